"""Small charts of an indicator's targets, for findings about their course: plain SVG whose geometry is worked out here.

No charting library: altair with vl-convert takes 2.2 s to start, 0.13 s and 7.5 kB a chart (measured), and 84 MB on disk; a line of six
points needs none of it, and drawn in place it takes the colours and fonts of the page and can be read out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..aturan import Rule
from ..bahasa import _
from ..model import Bukti, Dokumen, Finding, Indikator, Nilai
from ..tempat import satu_baris

ARAH = frozenset({"target_naik_turun", "arah_target", "lompatan_target", "target_di_bawah_capaian", "target_datar"})
"""Check functions whose faults lie in the course of the targets over the years."""
LEBAR, TINGGI = 420, 150
_KIRI, _KANAN, _ATAS, _BAWAH = 34, 34, 30, 28


@dataclass(frozen=True)
class Titik:
    """x, y in pixels of the chart; `nilai` as printed. `awal`: the starting condition; `salah`: the value that the finding is about."""

    x: float
    y: float
    label: str
    nilai: str
    awal: bool
    salah: bool


@dataclass(frozen=True)
class Grafik:
    """The course of one indicator. `garis`: points of a polyline; `teks`: the same in words."""

    titik: tuple[Titik, ...]
    garis: str
    teks: str
    satuan: str | None
    lebar: int = LEBAR
    tinggi: int = TINGGI


def grafik(finding: Finding, dokumen: Mapping[str, Dokumen], aturan: Mapping[str, Rule]) -> Grafik | None:
    """The chart of the first piece of evidence; None where the rule is not about the course, or fewer than three values are numbers."""
    if not finding.bukti or finding.aturan not in aturan or aturan[finding.aturan].periksa not in ARAH:
        return None
    bukti = finding.bukti[0]
    one = _indikator(bukti, dokumen.get(bukti.dokumen))
    values = _deret(one) if one else []
    if one is None or len(values) < 3:
        return None
    numbers = [value.angka or 0.0 for _label, value, _start in values]
    low, high = min(numbers), max(numbers)
    step = (LEBAR - _KIRI - _KANAN) / (len(values) - 1)
    room = TINGGI - _ATAS - _BAWAH
    points = tuple(
        Titik(
            round(_KIRI + number * step, 1),
            round(_ATAS + (room * (high - (value.angka or 0.0)) / (high - low) if high > low else room / 2), 1),
            label,
            value.teks.strip(),
            start,
            bukti.nilai is not None and not start and value.teks.strip() == bukti.nilai.strip(),
        )
        for number, (label, value, start) in enumerate(values)
    )
    words = "; ".join(f"{point.label}: {point.nilai}" for point in points)
    return Grafik(points, " ".join(f"{point.x},{point.y}" for point in points), words, one.satuan)


def _indikator(bukti: Bukti, dokumen: Dokumen | None) -> Indikator | None:
    """The indicator at the place of the evidence, the one with its text where a row has several."""
    found = [
        one
        for node in (dokumen.kinerja if dokumen else ())
        for one in node.indikator
        if satu_baris(one.lokasi, bukti)
    ]
    return next((one for one in found if one.uraian == bukti.kutipan), found[0] if len(found) == 1 else None)


def _deret(one: Indikator) -> list[tuple[str, Nilai, bool]]:
    """(label, value, whether it is the starting condition) of what is a number or a rank, in the order of time."""
    start = one.baseline
    values = [(str(start.tahun) if start.tahun else _("awal"), start.nilai, True)] if start else []
    values += [(year, value, False) for year, value in sorted(one.target.items())]
    return [item for item in values if item[1].angka is not None and item[1].jenis in ("angka", "ordinal", "rasio", "ketaksamaan")]
