"""Matrices of recommendations: what an LHE recommends per component, and how it was followed up."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from ...layout import Grid, Layout, Page
from ...model import Jenis, Rekomendasi
from ..tabel.kepala import is_number_row
from ..tabel.matriks import Matriks, squeeze
from ..tabel.tahun import tahun_dari_header
from ..tulisan.teks import mend

KINDS: frozenset[Jenis] = frozenset({"lhe", "lkjip", "rencana_aksi", "renja", "lainnya"})
"""Documents in which such a matrix stands; the tables of others with a column "Rekomendasi" are analyses (KLHS, problems)."""
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("nomor", re.compile(r"^(?:no|nomor|nourut)$")),
    ("status", re.compile(r"^(?:status|progres|perkembangan|keteranganstatus|hasil(?:tindaklanjut|penilaian)|capaiantindaklanjut)")),
    ("bukti", re.compile(r"bukti|datadukung|eviden|link|tautan|dokumenpendukung")),
    ("pj", re.compile(r"penanggungjawab|^(?:pic|pelaksana|pengampu|unitkerja|perangkatdaerah|opd|pd)$")),
    ("waktu", re.compile(r"waktu|jadwal|tenggat|targetpenyelesaian|targetselesai|jatuhtempo")),
    ("teks", re.compile(r"^(?:uraian|isi|hasil|catatan|saran|temuan)*(?:dan)?(?:rekomendasi|saranperbaikan)|^saran$")),
    ("tindak_lanjut", re.compile(r"tindaklanjut|rencanaaksi|^(?:rencana|upaya)perbaikan|langkahperbaikan|^aksi")),
    ("komponen", re.compile(r"^(?:komponen|aspek|unsur|kriteria|subkomponen)")),
)
_NOT = re.compile(r"^indikator|^sasaran|^tujuan|^program(?!pengawasan)|^kegiatan|^target(?!penyelesaian|selesai|waktu)|^pagu|^anggaran")
_STATE = re.compile(r"^(?:(?:sudah|telah|belum|dalam|masih)\w*|selesai|tuntas|proses|sesuai|tidak\w*)$")
_FOLLOWED = frozenset({"tindak_lanjut", "status"})
_HEAD_ROWS = 4


class KolomMatriks(Struct, frozen=True):
    """Columns of one matrix: role -> columns; `keadaan`: column -> the state that a tick in it means; `akhir`: first row of data."""

    peran: dict[str, tuple[int, ...]]
    keadaan: dict[int, str]
    akhir: int
    tahun: int | None = None


def baca_matriks(layout: Layout, jenis: Jenis) -> tuple[list[Rekomendasi], Layout]:
    """The rows of all matrices of recommendations in a document, and the layout without these grids, which hold no goals."""
    if jenis not in KINDS:
        return [], layout
    found: list[Rekomendasi] = []
    pages: list[Page] = []
    last: tuple[KolomMatriks, Grid, int | None] | None = None
    for page in layout.pages:
        used: set[int] = set()
        for grid in page.grids:
            kolom = kolom_matriks(grid)
            if kolom is None and last is not None and _goes_on(last, grid, page):
                kolom = msgspec.structs.replace(last[0], akhir=0)
            if kolom is None:
                last = None
                continue
            _rows(Matriks(grid, page.number, page.sheet), kolom, found)
            last = (kolom, grid, page.number)
            used.add(grid.number)
        kept = tuple(block for block in page.blocks if not (isinstance(block, Grid) and block.number in used))
        pages.append(msgspec.structs.replace(page, blocks=kept) if used else page)
    return found, msgspec.structs.replace(layout, pages=tuple(pages)) if found else layout


def kolom_matriks(grid: Grid) -> KolomMatriks | None:
    """The columns of a matrix of recommendations; None for other tables: it has a column of recommendations, one that says what
    became of them (or a component before them), and none of goals, indicators or money."""
    heads = [cell for cell in grid.cells if cell.row < _HEAD_ROWS and cell.text.strip() and len(cell.text) < 90]
    if not any("rekomendasi" in squeeze(cell.text) or squeeze(cell.text).startswith("saran") for cell in heads):
        return None
    first = next((cell.row for cell in heads if _role(cell.text) == "teks" and cell.colspan < grid.cols), None)
    if first is None:
        return None
    header = [cell for cell in heads if cell.row == first]
    roles: dict[str, list[int]] = {}
    states: dict[int, str] = {}
    end = first + 1
    for cell in header:
        if _NOT.search(squeeze(cell.text)):
            return None
        role = _role(cell.text)
        end = max(end, cell.row + min(cell.rowspan, _HEAD_ROWS))
        if role is not None:
            roles.setdefault(role, []).extend(range(cell.col, cell.col + cell.colspan))
        if role == "status" and cell.colspan > 1:
            below = [c for c in heads if c.row == first + 1 and cell.col <= c.col < cell.col + cell.colspan]
            states = {c.col: mend(c.text) for c in below if _STATE.match(squeeze(c.text))}
            end = max(end, first + 2) if states else end
    if len(header) < 3 or not (roles.keys() & _FOLLOWED or "komponen" in roles or "pj" in roles):
        return None
    year = next((found for cell in header if _role(cell.text) == "teks" and (found := tahun_dari_header(cell.text))), None)
    return KolomMatriks({role: tuple(cols) for role, cols in roles.items()}, states, end, year)


def _role(text: str) -> str | None:
    key = squeeze(text)
    return next((role for role, pattern in _ROLES if pattern.search(key)), None)


def _goes_on(last: tuple[KolomMatriks, Grid, int | None], grid: Grid, page: Page) -> bool:
    """Whether a grid without a heading goes on with the matrix before: first on the next page (or below it), with as many columns."""
    _kolom, before, number = last
    near = page.number is None or number is None or page.number - number <= 1
    first = page.number == number or (page.grids and page.grids[0] is grid)
    return bool(near and first and grid.cols == before.cols)


def _rows(matriks: Matriks, kolom: KolomMatriks, found: list[Rekomendasi]) -> None:
    """Adds the rows of one grid. A row without a recommendation of its own goes on with the one above it."""
    start = len(found)
    for row in range(kolom.akhir, matriks.rows):
        texts = {role: _text(matriks, row, cols) for role, cols in kolom.peran.items()}
        if not any(texts.values()) or is_number_row(matriks.filled(row)):
            continue
        states = [name for col, name in kolom.keadaan.items() if _own(matriks, row, col)]
        status = states[0] if len(states) == 1 else None if kolom.keadaan else texts.get("status")
        if not texts["teks"] and found and (kolom.akhir == 0 or len(found) > start):
            found[-1] = _joined(found[-1], texts, status)
            continue
        if not texts["teks"]:
            continue
        found.append(
            Rekomendasi(
                teks=texts["teks"], nomor=(texts.get("nomor") or "").rstrip(".)") or None,
                komponen=texts.get("komponen") or _covering(matriks, row, kolom.peran.get("komponen", ())), tahun=kolom.tahun,
                tindak_lanjut=texts.get("tindak_lanjut"), status=status, penanggung_jawab=texts.get("pj"), waktu=texts.get("waktu"),
                bukti=texts.get("bukti"), matriks=bool(kolom.peran.keys() & _FOLLOWED), lokasi=matriks.lokasi(row),
            )
        )  # fmt: skip


def _joined(above: Rekomendasi, texts: dict[str, str | None], status: str | None) -> Rekomendasi:
    def both(old: str | None, new: str | None) -> str | None:
        return "\n".join(part for part in (old, new) if part) or None

    return msgspec.structs.replace(
        above, tindak_lanjut=both(above.tindak_lanjut, texts.get("tindak_lanjut")), status=both(above.status, status),
        penanggung_jawab=both(above.penanggung_jawab, texts.get("pj")), waktu=both(above.waktu, texts.get("waktu")),
        bukti=both(above.bukti, texts.get("bukti")),
    )  # fmt: skip


def _text(matriks: Matriks, row: int, cols: Sequence[int]) -> str | None:
    """Text of the cells that begin in a row in these columns; a dash is none."""
    parts = [mend(text) for col in cols if (text := _own(matriks, row, col))]
    joined = " ".join(parts)
    return joined if joined.strip(" -–.") else None


def _own(matriks: Matriks, row: int, col: int) -> str:
    cell = matriks.at(row, col) if col < matriks.cols else None
    return cell.text.strip() if cell is not None and cell.row == row and cell.col == col else ""


def _covering(matriks: Matriks, row: int, cols: Sequence[int]) -> str | None:
    """Text of a merged cell that reaches a row from above."""
    for col in cols:
        cell = matriks.at(row, col)
        if cell is not None and cell.text.strip():
            return mend(cell.text)
    return None
