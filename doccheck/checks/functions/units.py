"""Units and kinds of measure: the same for one indicator everywhere, and fit for its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...bahasa import _
from ...extract.nilai.satuan import jenis_satuan, samakan_satuan
from ...model import Dokumen
from ...tempat import tempat
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal
from ..kelompok import BUKTI, per_perangkat
from ..keyakinan import bacaan
from ..pola import ada_pola
from ..program import wajar
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..satuan_dekat import satuan_di_dekat

_SEPADAN = (
    {"nilai", "angka", "poin", "skor", "indeks", "rasio", "koefisien"},
    {"%", "angka", "rasio"},
    {"predikat", "nilai", "opini", "level", "kategori", "indeks"},
)
"""Names of units that documents use for one another."""
_UKURAN = (
    ("persentase", re.compile(r"^(?:persentase|proporsi)\s+")),
    ("jumlah", re.compile(r"^(?:jumlah|banyaknya)\s+")),
    ("indeks", re.compile(r"^(?:nilai indeks|indeks)\s+")),
    ("rata-rata", re.compile(r"^rata rata\s+")),
    ("rasio", re.compile(r"^rasio\s+")),
)


@periksa("satuan_berbeda")
def satuan_berbeda(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """One indicator has one unit in all tables and documents of an agency. Names of units that stand for one another, and missing ones, are
    no difference; of the lower levels only rows of one code are compared. Nor do the targets of one row change their unit from year to
    year. Facts: indikator, satuan (list), dok (list)."""
    for document in ctx.pilih(*dengan["dokumen"]):
        yield from _berganti(document)
    items = (
        item for document in ctx.pilih(*dengan["dokumen"]) for item in butir_indikator(document)
        if item.indikator.satuan and wajar(item.kinerja) and item.teks and len(item.indikator.satuan) < 40
    )
    for group in per_perangkat(ctx, items, _tempat):
        kinds: dict[str, Butir] = {}
        for item in group:
            kinds.setdefault(samakan_satuan(item.indikator.satuan or ""), item)
        names = list(kinds)
        other = next((name for name in names[1:] if not _sepadan(names[0], name)), None)
        if other is None:
            continue
        shown = [kinds[names[0]], kinds[other]]
        yield Temuan(
            bukti=tuple(bukti(item, item.indikator.satuan) for item in shown),
            subjek=(shown[0].teks, _tempat(shown[0])),
            jenis=shown[1].dokumen.jenis,
            perangkat_daerah=shown[0].dokumen.perangkat_daerah,
            fakta={
                "indikator": shown[0].teks,
                "satuan": [item.indikator.satuan for item in shown],
                "dok": _dokumen(shown),
            },
            keyakinan=0.85 * bacaan(shown),
        )


def _berganti(document: Dokumen) -> Iterator[Temuan]:
    """Rows that print one unit for some years and another for others ("12 bulan", then "6 jenis")."""
    for item in butir_indikator(document):
        printed = [(year, value) for year, value in sorted(item.indikator.target.items()) if value.satuan and value.jenis == "angka"]
        if not printed or not wajar(item.kinerja):
            continue
        first = printed[0]
        unit = samakan_satuan(first[1].satuan or "")
        other = next((one for one in printed[1:] if not _sepadan(unit, samakan_satuan(one[1].satuan or ""))), None)
        if other is None:
            continue
        name = peran(document, item.kinerja.jabatan)
        yield Temuan(
            bukti=(bukti(item, first[1]), bukti(item, other[1])),
            subjek=(item.teks, _tempat(item), "berganti"),
            jenis=document.jenis,
            perangkat_daerah=document.perangkat_daerah,
            fakta={
                "indikator": item.teks,
                "satuan": [first[1].satuan, other[1].satuan],
                "dok": [_("target {tahun} {dokumen}").format(tahun=year, dokumen=name) for year in (first[0], other[0])],
            },
            keyakinan=0.85 * bacaan([item], [first[1], other[1]]),
        )


def _dokumen(items: list[Butir]) -> list[str]:
    """The documents by name; places in one and the same document by page and row, too."""
    names = [peran(item.dokumen, item.kinerja.jabatan) for item in items]
    if len(set(names)) == len(names):
        return names
    places = [tempat(item.indikator.lokasi) or tempat(item.kinerja.lokasi) for item in items]
    return [f"{name} ({place})" if place else name for name, place in zip(names, places, strict=True)]


def _tempat(item: Butir) -> str:
    node = item.kinerja
    return "" if node.level in ("misi", "tujuan", "sasaran") else f"{node.level} {node.kode or kunci(node.uraian)}"


def _sepadan(a: str, b: str) -> bool:
    """Whether two units name the same, or one stands for the other ("kelompok" and "kelompok tani")."""
    known = jenis_satuan(a), jenis_satuan(b)
    if a.replace(" ", "") == b.replace(" ", "") or a in b or b in a or None in known:
        return True
    return any(a in names and b in names for names in _SEPADAN)


@periksa("jenis_ukuran")
def jenis_ukuran(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator is the same kind of measure in each document of an agency: what is a share ("Persentase X") in one is no count
    ("Jumlah X") in another. A document that has both is no proof. Facts: teks_a, teks_b, ukuran_a, ukuran_b, dok_a, dok_b."""
    if len({item.jenis for item in ctx.pilih(*dengan["dokumen"])}) < 2:
        yield Lewati(_("Hanya satu jenis dokumen yang diberikan"))
        return
    cores: dict[tuple[str | None, str], dict[str, list[tuple[str, Butir]]]] = {}
    for document in ctx.pilih(*dengan["dokumen"]):
        for item in butir_indikator(document, dengan["level"]):
            if (found := _ukuran(item)) and not indikator_internal(item.teks):
                cores.setdefault((ctx.pd(document), found[1]), {}).setdefault(document.berkas, []).append((found[0], item))
    for per_document in cores.values():
        sole = [cases[0] for cases in per_document.values() if len({kind for kind, _item in cases}) == 1]
        first = next(iter(sole), None)
        other = next((case for case in sole if first and case[0] != first[0] and case[1].dokumen.jenis != first[1].dokumen.jenis), None)
        if first is None or other is None or len(sole) < len(per_document):
            continue
        upper, lower = sorted((first, other), key=lambda case: _urut(case[1].dokumen))
        yield Temuan(
            bukti=(bukti(upper[1], upper[1].indikator.satuan), bukti(lower[1], lower[1].indikator.satuan)),
            subjek=(upper[1].teks,),
            jenis=lower[1].dokumen.jenis,
            perangkat_daerah=lower[1].dokumen.perangkat_daerah,
            fakta={
                "teks_a": upper[1].teks,
                "teks_b": lower[1].teks,
                "ukuran_a": upper[0],
                "ukuran_b": lower[0],
                "dok_a": peran(upper[1].dokumen),
                "dok_b": peran(lower[1].dokumen, lower[1].kinerja.jabatan),
            },
            keyakinan=0.9 * bacaan([upper[1], lower[1]]),
        )


def _ukuran(item: Butir) -> tuple[str, str] | None:
    """The kind of measure that an indicator's first word names, and the rest of its text."""
    text = kunci(item.teks)
    for kind, pola in _UKURAN:
        if (match := pola.match(text)) and len(text[match.end() :].split()) > 1:
            return kind, text[match.end() :]
    return None


def _urut(document: Dokumen) -> int:
    order = ("rpjmd", "renstra", "iku", "renja", "pk", "rencana_aksi", "lkjip")
    return order.index(document.jenis) if document.jenis in order else len(order)


@periksa("satuan_dan_rumusan")
def satuan_dan_rumusan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The unit fits the words: dengan.pasangan is a list of {pola, satuan (list of normal forms) or jenis (of units) that do not go with
    it}. An indicator whose text has the unit of another occurrence right is not at fault there. Facts: indikator, satuan, dok."""
    items = (
        item for document in ctx.pilih(*dengan["dokumen"]) for item in butir_indikator(document, dengan["level"])
        if item.indikator.satuan and wajar(item.kinerja) and _janggal(item, dengan)
    )
    for group in per_perangkat(ctx, items):
        first = group[0]
        yield Temuan(
            bukti=tuple(bukti(item, item.indikator.satuan) for item in group[:BUKTI]),
            subjek=(first.teks, samakan_satuan(first.indikator.satuan or "")),
            jenis=first.dokumen.jenis,
            perangkat_daerah=first.dokumen.perangkat_daerah,
            fakta={"indikator": first.teks, "satuan": first.indikator.satuan, "dok": peran(first.dokumen, first.kinerja.jabatan)},
            keyakinan=dengan["keyakinan"] * bacaan(group[:1]),
        )


def _janggal(item: Butir, dengan: Parameter) -> bool:
    unit = samakan_satuan(item.indikator.satuan or "")
    text = kunci(item.teks)
    for pair in dengan["pasangan"]:
        if re.search(pair["pola"], text) and not re.search(pair.get("kecuali", "(?!)"), text):
            return unit in pair.get("satuan", ()) or jenis_satuan(unit) in pair.get("jenis", ())
    return False


@periksa("tanpa_satuan")
def tanpa_satuan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator with numbers for targets has a unit: in its column, in its cells, in brackets after its name, or in its first words
    (dengan.tersirat, patterns), or on a row beside it (checks.satuan_dekat). More than dengan.kelompok in one document
    are one finding; where the table has no column for units that was read, it is for a person. Facts: indikator (one, or a list), jumlah,
    dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = [item for item in butir_indikator(document, dengan["level"]) if item.teks and wajar(item.kinerja) and _berangka(item)]
        column = {item.kinerja.tabel for item in rows if item.indikator.satuan}
        near = satuan_di_dekat(document)
        missing = [item for item in rows if not _bersatuan(item, dengan) and item.kunci not in near]
        groups: dict[str, list[Butir]] = {}
        for item in missing:
            if all(not _bersatuan(twin, dengan) for twin in ctx.sebutan(item)):
                groups.setdefault(kunci(item.teks), []).append(item)
        found = list(groups.values())
        if len(found) > dengan["kelompok"]:
            found = [[group[0] for group in found]]
        for group in found:
            texts = list(dict.fromkeys(item.teks for item in group))
            yield Temuan(
                bukti=tuple(bukti(item) for item in group[:BUKTI]),
                subjek=(group[0].teks,) if len(texts) == 1 else ("semua",),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={"indikator": texts[0] if len(texts) == 1 else texts, "jumlah": len(texts), "dok": peran(document)},
                keyakinan=0.85 * bacaan(group) * ctx.terbaca(document),
                telaah=group[0].kinerja.tabel not in column,
            )


def _berangka(item: Butir) -> bool:
    return any(value.jenis in ("angka", "rentang") for value in item.indikator.target.values())


def _bersatuan(item: Butir, dengan: Parameter) -> bool:
    one = item.indikator
    if one.satuan or any(value.satuan or value.jenis == "ordinal" for value in one.target.values()):
        return True
    return any(ada_pola(text, dengan["tersirat"]) for text in (one.uraian.lower(), kunci(one.uraian)))
