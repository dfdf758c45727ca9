"""How values are printed: none are errors of a spreadsheet, and one table writes numbers in one way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...model import Kinerja, Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator
from ..context import Context
from ..kelompok import BUKTI
from ..nilai import semua_nilai
from ..registry import Keluaran, Parameter, Temuan, periksa


@periksa("nilai_rusak")
def nilai_rusak(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Cells hold values, not the errors of a spreadsheet. One finding a document. Facts: banyak (list of values), jumlah, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        broken = [(item, value) for item in butir_indikator(document) for value in semua_nilai(item.indikator) if value.alasan == "galat"]
        broken += [(Butir(document, node), value) for node in document.kinerja for value in _uang(node) if value.alasan == "galat"]
        if broken:
            yield Temuan(
                bukti=tuple(bukti(item, value) for item, value in broken[:BUKTI]),
                subjek=("galat",),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={"banyak": sorted({value.teks for _item, value in broken}), "jumlah": len(broken), "dok": peran(document)},
                keyakinan=0.95,
            )


def _uang(node: Kinerja) -> Iterable[Nilai]:
    return (*node.anggaran.values(), *node.realisasi_anggaran.values())


_UNIT = re.compile(r"[Rp%\s]")
_INDONESIA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_INGGRIS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")


_Tercetak = tuple[Butir, Nilai]


@periksa("format_angka")
def format_angka(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """One table writes numbers in one way: not 1.234,56 beside 1,234.56. Only what can be nothing else counts.
    Facts: indonesia, inggris (an example of each), jumlah (of the rarer way), tabel, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        tables: dict[tuple[str, str | None], tuple[list[_Tercetak], list[_Tercetak]]] = defaultdict(lambda: ([], []))
        for node in document.kinerja:
            cells: list[tuple[int | None, Nilai]] = [(None, value) for value in _uang(node) if _bertanda(value)]
            cells += [(i, value) for i, one in enumerate(node.indikator) for value in semua_nilai(one) if _bertanda(value)]
            for number, value in cells:
                way = _cara(value)
                if way is not None:
                    tables[node.tabel, node.judul_tabel][way].append((Butir(document, node, number), value))
        for (kind, title), (local, foreign) in tables.items():
            if local and foreign:
                rarer = min(local, foreign, key=len)
                yield Temuan(
                    bukti=tuple(bukti(item, value) for item, value in (*rarer[: BUKTI - 1], max(local, foreign, key=len)[0])),
                    subjek=(kind, title or ""),
                    jenis=document.jenis,
                    perangkat_daerah=document.perangkat_daerah,
                    fakta={
                        "indonesia": local[0][1].teks,
                        "inggris": foreign[0][1].teks,
                        "jumlah": len(rarer),
                        "tabel": title or kind,
                        "dok": peran(document),
                    },
                    keyakinan=0.9,
                )


def _cara(value: Nilai) -> int | None:
    """0 for the Indonesian way, 1 for the English, None where it may be either."""
    text = _UNIT.sub("", value.teks).strip(".,-")
    return 0 if _INDONESIA.fullmatch(text) else 1 if _INGGRIS.fullmatch(text) else None


def _bertanda(value: Nilai) -> bool:
    """Whether a value has the two signs that tell which way it is written: most cells need no closer look."""
    return value.teks.count(".") + value.teks.count(",") > 1
