"""One line of an example: an indicator with its unit and values ("Kecepatan rata-rata | km/jam | awal 2024: 28 | 2026: 31,5")."""

from __future__ import annotations

import re

import msgspec

from ...extract.nilai.baca import parse_nilai
from ...model import Baseline, Indikator, Nilai

_BAGIAN = re.compile(r"\d{4}-(?:TW[1-4]|S[12]|\d\d)")


def indikator(text: str) -> Indikator:
    """The indicator; msgspec.ValidationError for a part that means nothing."""
    uraian, satuan, *parts = [part.strip() for part in (text + " | -" if "|" not in text else text).split("|")]
    baseline: Baseline | None = None
    target: dict[str, Nilai] = {}
    realisasi: dict[str, Nilai] = {}
    periode: dict[str, Nilai] = {}
    realisasi_periode: dict[str, Nilai] = {}
    capaian: dict[str, Nilai] = {}
    kumulatif: bool | None = None
    serapan: Nilai | None = None
    akhir: Nilai | None = None
    cells: dict[str, str] = {}
    unit = None if satuan == "-" else satuan
    for part in parts:
        key, _, value = (piece.strip() for piece in part.partition(":"))
        name, _, year = key.partition(" ")
        if key in ("pj", "formula", "sumber", "kategori", "efisiensi"):
            cells[key] = value
            continue
        nilai = parse_nilai(value, satuan=unit)
        if name == "awal":
            baseline = Baseline(nilai=nilai, tahun=int(year) if year else None)
        elif name == "akhir":
            akhir = nilai
        elif name == "realisasi" and _BAGIAN.fullmatch(year):
            realisasi_periode[year] = nilai
        elif name == "realisasi":
            realisasi[year] = nilai
        elif name == "capaian":
            capaian[year] = parse_nilai(value, satuan="%")
        elif name == "serapan":
            serapan = parse_nilai(value, satuan="%")
        elif name in ("kumulatif", "terbagi"):
            kumulatif = name == "kumulatif"
        elif name.isdigit() and not year:
            target[name] = nilai
        elif _BAGIAN.fullmatch(name):
            periode[name] = nilai
        else:
            raise msgspec.ValidationError(f"unknown part {part!r} of the indicator {uraian!r}")
    return Indikator(
        uraian=uraian,
        satuan=unit,
        baseline=baseline,
        target=target,
        target_akhir=akhir,
        realisasi=realisasi,
        periode=periode,
        realisasi_periode=realisasi_periode,
        kumulatif=kumulatif,
        capaian=capaian,
        kategori=cells.get("kategori"),
        serapan=serapan,
        efisiensi=parse_nilai(cells["efisiensi"], satuan="%") if "efisiensi" in cells else None,
        formula=cells.get("formula"),
        sumber_data=cells.get("sumber"),
        penanggung_jawab=cells.get("pj"),
    )
