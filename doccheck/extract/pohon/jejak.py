"""What a person needs to see how a table was read: which columns were taken for what, on each of its pages, and which cells OCR doubts."""

from __future__ import annotations

from ...model import BagianTabel, KolomTerbaca, Kotak, SelRagu
from ..tabel.kolom import Kolom
from ..tabel.sambung import Segmen, Tabel
from .baris import Susunan
from .keyakinan import RAGU


def bagian_tabel(tabel: Tabel, susunan: Susunan) -> tuple[BagianTabel, ...]:
    """The parts of a table on its pages, with the columns as they were read (after `susunan` was mended); none for formats without
    pages."""
    return tuple(_bagian(segmen, tabel, susunan) for segmen in tabel.segmen if segmen.matriks.page is not None and segmen.matriks.grid.x)


def _bagian(segmen: Segmen, tabel: Tabel, susunan: Susunan) -> BagianTabel:
    grid = segmen.matriks.grid
    columns: list[KolomTerbaca] = []
    last: int | None = None
    for index, target in enumerate(segmen.kolom[: grid.cols]):
        group = tabel.grup[target] if target >= 0 else None
        x0, x1 = grid.x[index], grid.x[index + 1]
        if group is not None and group == last:
            columns[-1] = _kolom(columns[-1].x0, x1, susunan.kolom[group])
        else:
            columns.append(_kolom(x0, x1, susunan.kolom.get(group) if group is not None else None))
        last = group
    return BagianTabel(
        halaman=segmen.matriks.page or 0, tabel=grid.number, kotak=_kotak(segmen), kolom=tuple(columns), awal=segmen.first + 1,
        ragu=_ragu(segmen),
    )  # fmt: skip


def _ragu(segmen: Segmen) -> tuple[SelRagu, ...]:
    """Cells with text of the rows that belong to the table here; none unless OCR read them."""
    if segmen.matriks.grid.source != "ocr":
        return ()
    data = [cell for cell in segmen.matriks.grid.cells if cell.text.strip() and segmen.first <= cell.row < segmen.end]
    sure = [min(cell.confidence, *cell.angka, 1.0) for cell in data]
    return tuple(SelRagu(kotak=cell.box, keyakinan=read) for cell, read in zip(data, sure, strict=True) if cell.box and read < RAGU)


def _kolom(x0: float, x1: float, kolom: Kolom | None) -> KolomTerbaca:
    if kolom is None:
        return KolomTerbaca(x0=x0, x1=x1, peran="lain")
    return KolomTerbaca(x0=x0, x1=x1, peran=kolom.peran, tahun=kolom.tahun, tingkat=kolom.tingkat)


def _kotak(segmen: Segmen) -> Kotak:
    """Box of the rows that belong to the table here."""
    grid = segmen.matriks.grid
    boxes = [cell.box for cell in grid.cells if cell.box and segmen.first <= cell.row < segmen.end]
    if not boxes:
        return grid.box or (grid.x[0], 0.0, grid.x[-1], 0.0)
    return grid.x[0], min(box[1] for box in boxes), grid.x[-1], max(box[3] for box in boxes)
