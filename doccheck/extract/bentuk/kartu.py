"""Cards of one indicator ("Manual IKU"): a table without a heading whose first column names what stands beside it."""

from __future__ import annotations

import re

from ...model import Baseline, Indikator, Nilai
from ..nilai.baca import parse_nilai
from ..pohon.simpul import Pohon, Simpul
from ..tabel.kolom import Peran, is_rumus, kolom_dari_kepala, peran_kepala
from ..tabel.matriks import Matriks, squeeze
from ..tabel.sambung import Tabel
from ..tulisan.teks import mend, strip_label

_KEYS = frozenset({"indikator", "satuan", "formula", "sumber", "pj", "target", "goal", "baseline"})
_OTHER = re.compile(r"^(?:polari[st]a\w*|jenis|periode|tipe|frekuensi|aspek|perspektif|konsolidasi|validitas|deskripsi|klasifikasi)")
_WANTED = 3
_COLONS = " :\n\t"


def is_kartu(tabel: Tabel) -> bool:
    """Whether a table is such a card: an indicator and two more of its properties are named in the first text cells of rows."""
    if tabel.kepala is not None:
        return False
    labels = [label for label, _value, _row in _isi(tabel.segmen[0].matriks)]
    roles = [role for label in labels if (role := _peran(label))]
    if "indikator" not in roles:
        return False
    others = sum(bool(_OTHER.match(squeeze(label))) for label in labels)
    return len(set(roles)) + min(others, 2) >= _WANTED + 1 and len(set(roles)) >= _WANTED


def _isi(matriks: Matriks) -> list[tuple[str, str, int]]:
    """(label, value, row) of each row with a label and a value; list numbers and colons between them count for nothing."""
    found = []
    for row in range(matriks.rows):
        texts = [text for cell in matriks.filled(row) if len(text := cell.text.strip(_COLONS)) > 0]
        if texts and re.fullmatch(r"\(?(?:\d{1,2}|[a-z])[.)]?", texts[0], re.I) and len(texts) > 2:
            texts = texts[1:]
        if len(texts) >= 2 and len(texts[0]) < 60:
            found.append((" ".join(texts[0].split()), texts[1], row))
    return found


def _peran(label: str) -> Peran | None:
    role = peran_kepala(label.strip(_COLONS))
    return role[0] if role and role[0] in _KEYS else None


def baca_kartu(tabel: Tabel, start: int, tahun: int | None) -> list[Simpul]:
    """The goals of the cards of one table with their indicators. tahun: of a yearly document, for a target without a year."""
    matriks = tabel.segmen[0].matriks
    pohon = Pohon(start)
    card: dict[Peran, list[tuple[str, str, int]]] = {}
    for label, value, row in _isi(matriks):
        role = _peran(label)
        if role is None:
            continue
        if role in card and role in ("indikator", "goal") and "indikator" in card:
            _simpan(card, pohon, matriks, tahun)
            card = {}
        card.setdefault(role, []).append((label, value, row))
    _simpan(card, pohon, matriks, tahun)
    return pohon.simpul


def _simpan(card: dict[Peran, list[tuple[str, str, int]]], pohon: Pohon, matriks: Matriks, tahun: int | None) -> None:
    if "indikator" not in card:
        return
    _label, name, row = card["indikator"][0]
    goal = card.get("goal", [("", "", row)])[0]
    level = (peran_kepala(goal[0]) or ("goal", None))[1] or "sasaran"
    simpul = pohon.tambah(level, strip_label(mend(goal[1]), level), matriks.lokasi(goal[2]))
    unit = _teks(card, "satuan")
    target: dict[str, Nilai] = {}
    for label, value, _row in card.get("target", []):
        year = kolom_dari_kepala([label], None).tahun or tahun
        if year:
            target.setdefault(str(year), parse_nilai(value, satuan=unit))
    base = _teks(card, "baseline")
    simpul.indikator.append(
        Indikator(
            uraian=strip_label(mend(name), "indikator"), satuan=unit, target=target,
            baseline=Baseline(nilai=parse_nilai(base, satuan=unit)) if base else None, formula=_rumus(card),
            sumber_data=_teks(card, "sumber"), penanggung_jawab=_teks(card, "pj"), lokasi=matriks.lokasi(row),
        )
    )  # fmt: skip


def _teks(card: dict[Peran, list[tuple[str, str, int]]], peran: Peran) -> str | None:
    return mend(card[peran][0][1]) if peran in card else None


def _rumus(card: dict[Peran, list[tuple[str, str, int]]]) -> str | None:
    """The formula, before a definition."""
    found = sorted(card.get("formula", []), key=lambda entry: not is_rumus(entry[0]))
    return mend(found[0][1]) if found else None
