"""The alignment matrix of one pemda: each goal and indicator of its uppermost documents, and what every lower document makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..alasan import terjemah
from ..match import compare, tautkan
from ..match.hubungan import pasangan
from ..match.keadaan import Keadaan, keadaan, place
from ..match.matrix import Matriks, matriks
from ..match.versi import berlaku
from ..model import Dokumen, DokumenPilihan, Indikator, Jenis, Kinerja, Level, Nilai, Tautan, Ujung

KeadaanSel = Literal["sama", "rumusan", "nilai", "ambigu", "luar", "varian", "usang"]
KeadaanBaris = Literal["belum_dijabarkan", "dangkal", "terendah", "tertaut", "tidak_wajib"]

_COLUMNS: tuple[Jenis, ...] = ("renstra", "iku", "cascading", "renja", "pk", "rencana_aksi", "lkjip")
_LEVELS: tuple[Level, ...] = ("tujuan", "sasaran", "program")
_LINK: dict[str, KeadaanSel] = {"ambigu": "ambigu", "luar_kewenangan": "luar", "varian": "varian", "usang": "usang"}
_Place = tuple[str, str, int | None]
_Nodes = dict[tuple[str, str], tuple[Dokumen, Kinerja]]


class Sel(Struct, frozen=True):
    """What one lower document makes of a row. pemilik: the agency, else the office, else the file · nilai: of the year, None where there is
    none · keadaan: "nilai" where the row has another value of the year."""

    berkas: str
    pemilik: str
    level: Level
    teks: str
    nilai: str | None
    keadaan: KeadaanSel
    alasan: str


class Baris(Struct, frozen=True):
    """A goal (indikator None) or one of its indicators, with the cells by kind of document · ganda: taken up twice by one plan."""

    ujung: Ujung
    satuan: str | None
    nilai: str | None
    keadaan: KeadaanBaris
    ganda: bool
    sel: dict[Jenis, tuple[Sel, ...]]


class Lembar(Struct, frozen=True):
    """The matrix of one pemda. sumber: the documents whose items are the rows · kolom: kinds of the lower documents at hand · tahun: year
    of the values."""

    pemda: str | None
    tahun: str | None
    sumber: tuple[str, ...]
    kolom: tuple[Jenis, ...]
    baris: tuple[Baris, ...]
    matriks: Matriks
    keadaan: tuple[Keadaan, ...]
    pilihan: tuple[DokumenPilihan, ...]


def susun(dokumen: Sequence[Dokumen], tahun: int | None = None, tautan: Sequence[Tautan] | None = None) -> Lembar:
    """Links the documents of one pemda and lays them out; links with a version that another one replaces are "usang". tautan: links of
    these documents where they are known already, as a report has them (of the valid versions only, and without the goals of the region
    that a plan only quotes; those ask for nothing)."""
    valid, choices = berlaku(dokumen)
    stale = {name for choice in choices for name in choice.lainnya}
    dokumen = [replace(document, kinerja=(*document.kinerja, *document.kutipan)) for document in dokumen]
    found = tautkan(dokumen) if tautan is None else tautan
    links = [replace(link, status="usang") if {link.dari.berkas, link.ke.berkas} & stale else link for link in found]
    alone = matriks(valid, links)
    valid = tuple(document for document in dokumen if document.berkas in {one.berkas for one in valid})
    hasil = Matriks(tuple(links), alone.tanpa_turunan, alone.tanpa_induk)
    states = keadaan(dokumen, hasil)
    pairs = [pair for pair in pasangan(valid) if not pair.sederajat]
    pairs = [pair for pair in pairs if not pair.lanjutan] or pairs  # reports stand above only where no plan does
    below = {pair.bawah.berkas for pair in pairs}
    sources = [document for document in valid if document.berkas in {pair.atas.berkas for pair in pairs} - below]
    year = str(tahun) if tahun else _year(valid)
    kinds = {document.jenis for document in valid if document.berkas in below}
    rows = _rows(sources, valid, hasil, states, year)
    pemda = next((document.pemda for document in dokumen if document.pemda), None)
    columns = tuple(kind for kind in _COLUMNS if kind in kinds)
    return Lembar(pemda, year, tuple(document.berkas for document in sources), columns, rows, hasil, states, choices)


def _year(documents: Iterable[Dokumen]) -> str | None:
    """The latest year of a yearly document, else the first year with targets."""
    yearly = [document.tahun for document in documents if document.tahun]
    targets = [year for document in documents for node in document.kinerja for one in node.indikator for year in one.target]
    return str(max(yearly)) if yearly else min(targets, default=None)


def _rows(
    sources: Sequence[Dokumen], documents: Sequence[Dokumen], hasil: Matriks, states: Iterable[Keadaan], year: str | None
) -> tuple[Baris, ...]:
    nodes = {(document.berkas, node.id): (document, node) for document in documents for node in document.kinerja}
    below: dict[_Place, list[Tautan]] = defaultdict(list)
    for link in hasil.tautan:
        below[place(link.dari)].append(link)
    known = {place(state.ujung): state for state in states}
    ends = [state.ujung for state in states if state.ujung.berkas in {source.berkas for source in sources}]
    rows = []
    for end in sorted(ends, key=lambda end: _order(end, sources)):
        if end.level not in _LEVELS:
            continue
        one = _indikator(nodes, end)
        value = _nilai(one, year)
        cells = _cells(end, below, nodes, year, value)
        state = known[place(end)]
        unit, printed = one.satuan if one else None, value.teks if value else None
        rows.append(Baris(end, unit, printed, _state(state, cells), state.bawah == "ganda", cells))
    return tuple(rows)


def _order(end: Ujung, sources: Sequence[Dokumen]) -> tuple[int, int, int]:
    for number, document in enumerate(sources):
        if document.berkas == end.berkas:
            at = next(at for at, node in enumerate(document.kinerja) if node.id == end.id)
            return number, at, -1 if end.nomor is None else end.nomor
    return len(sources), 0, 0


def _indikator(nodes: _Nodes, end: Ujung) -> Indikator | None:
    found = nodes.get((end.berkas, end.id))
    return found[1].indikator[end.nomor] if found and end.nomor is not None else None


def _nilai(one: Indikator | None, year: str | None) -> Nilai | None:
    value = one.target.get(year) if one and year else None
    return value if value and value.jenis != "kosong" else None


def _cells(
    end: Ujung, below: dict[_Place, list[Tautan]], nodes: _Nodes, year: str | None, value: Nilai | None
) -> dict[Jenis, tuple[Sel, ...]]:
    """Everything down the chain from a row, each item once, by kind; wording and value are compared with the row."""
    cells: dict[Jenis, list[Sel]] = defaultdict(list)
    seen, todo = {place(end)}, [place(end)]
    while todo:
        for link in sorted(below.get(todo.pop(0), ()), key=lambda link: -link.skor):
            after = place(link.ke)
            if after in seen or (link.ke.berkas, link.ke.id) not in nodes:
                continue
            seen.add(after)
            todo.append(after)
            document = nodes[link.ke.berkas, link.ke.id][0]
            own = _nilai(_indikator(nodes, link.ke), year)
            state = _LINK.get(link.status) or ("nilai" if value and own and not _equal(value, own) else _wording(end, link.ke))
            text, printed = link.ke.indikator or link.ke.uraian, own.teks if own else None
            cells[document.jenis].append(Sel(document.berkas, _owner(document), link.ke.level, text, printed, state, terjemah(link.alasan)))
    return {kind: tuple(found) for kind, found in cells.items()}


def _owner(document: Dokumen) -> str:
    office = document.jabatan if document.jenis == "pk" else None
    return office or document.perangkat_daerah or document.berkas


def _wording(row: Ujung, cell: Ujung) -> KeadaanSel:
    """Whether the words are those of the row, however many documents lie between."""
    if row.indikator is not None and cell.indikator is not None:
        return "sama" if compare(row.indikator, cell.indikator).verdict == "same" else "rumusan"
    return "sama" if compare(row.uraian, cell.uraian, "program" if row.level == "program" else "sasaran").verdict == "same" else "rumusan"


def _equal(a: Nilai, b: Nilai) -> bool:
    """Equal as numbers where both are, else as printed."""
    if a.angka is not None and b.angka is not None:
        return a.angka == b.angka
    return a.teks.casefold().split() == b.teks.casefold().split()


def _state(state: Keadaan, cells: dict[Jenis, tuple[Sel, ...]]) -> KeadaanBaris:
    if state.bawah == "belum_dijabarkan":
        return "belum_dijabarkan"
    if not cells:
        return "tidak_wajib"
    return state.kedalaman or "tertaut"
