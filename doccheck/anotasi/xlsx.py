"""XLSX: a note at the cell, beside what the workbook already has; formulas, their stored results, charts and pictures stay as they are.

A note is two things: its text (xl/comments) and the box that Excel draws (a VML shape, which it still requires).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from ..layout import Grid
from ..readers.sheet import read_sheet
from ..report.sel import pilih
from .paket import Paket
from .pesan import PENULIS, Tanda, TidakDidukungError, baris

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V, _O, _X = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office", "urn:schemas-microsoft-com:office:excel"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_LEGACY = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
"""Elements of a worksheet that follow legacyDrawing (ECMA-376 part 1, 18.3.1.99)."""
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")


def tandai(path: Path, target: Path, marks: Sequence[Tanda]) -> None:
    """Writes the marked copy. Raises TidakDidukungError, and what zipfile and lxml raise for damaged files."""
    package = Paket(path)
    book = package.bagian_utama()
    if book not in package or not package.baca(book).tag.startswith(_S):
        raise TidakDidukungError(book or path.name)
    parts = {id: part for id, _kind, part in package.hubungan(book)}
    sheets = {one.get("name", ""): parts.get(one.get(_R + "id", "")) for one in package.baca(book).iter(_S + "sheet")}
    first = next(name for name, part in sheets.items() if part)
    cells: dict[str, dict[tuple[int, int], list[Tanda]]] = {}
    grids = {page.sheet or "": page.grids for page in read_sheet(path).pages}
    for mark in marks:
        name = mark.bukti.lembar if sheets.get(mark.bukti.lembar or "") else first
        assert name is not None
        cells.setdefault(name, {}).setdefault(_cell(mark, grids.get(name, [])), []).append(mark)
    for name, notes in cells.items():
        part = sheets[name]
        assert part is not None
        _annotate(package, part, {cell: "\n\n".join("\n".join(baris(mark)) for mark in found) for cell, found in sorted(notes.items())})
    package.tulis(target)


def _cell(mark: Tanda, grids: Sequence[Grid]) -> tuple[int, int]:
    """(row, column) of the sheet, from 0; its first cell for a finding on the document as a whole."""
    place = mark.bukti
    if place.lembar is None or place.baris is None:
        return 0, 0
    for grid in grids:
        row = place.baris - 1 - grid.row0
        covering = [cell for cell in grid.cells if cell.row <= row < cell.row + cell.rowspan]
        if grid.number == place.tabel and covering:
            named = (place.kolom or 0) - 1 - grid.col0
            column = next((n for n, cell in enumerate(covering) if cell.col <= named < cell.col + cell.colspan), None)
            chosen = pilih([cell.text for cell in covering], place, column)
            if chosen is not None:
                return grid.row0 + covering[chosen].row, grid.col0 + covering[chosen].col
    return place.baris - 1, max(0, (place.kolom or 1) - 1)


def _annotate(package: Paket, part: str, notes: dict[tuple[int, int], str]) -> None:
    """Adds the notes to one sheet; where a cell has a note, ours follow it."""
    root, author = _comments(package, part)
    listed = root.find(_S + "commentList")
    known = {one.get("ref"): one for one in listed}
    shapes = None
    for (row, col), text in notes.items():
        ref = f"{huruf(col)}{row + 1}"
        if ref in known:
            holder = known[ref].find(_S + "text")
            _run(holder, f"\n\n{PENULIS}:\n{text}")
            continue
        comment = etree.Element(_S + "comment", ref=ref, authorId=str(author))
        _run(etree.SubElement(comment, _S + "text"), text)
        listed.append(comment)
        shapes = _shapes(package, part) if shapes is None else shapes
        _shape(shapes, row, col, text)
    listed[:] = sorted(listed, key=_place)


def _place(comment: Any) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", comment.get("ref", ""))
    if not found:
        return 0, 0
    col = 0
    for letter in found[1]:
        col = col * 26 + ord(letter) - 64
    return int(found[2]), col


def _comments(package: Paket, part: str) -> tuple[Any, int]:
    """The sheet's list of notes, and the number of our author in it."""
    name = package.tujuan(part, "comments")
    if name is None or name not in package:
        name = package.nama_baru("xl/comments{}.xml")
        package.hubungkan(part, "comments", name)
        fresh = etree.Element(_S + "comments", nsmap={None: _S[1:-1]})  # type: ignore[dict-item]  # the stubs know no default namespace
        etree.SubElement(fresh, _S + "authors")
        etree.SubElement(fresh, _S + "commentList")
        package.tambah(name, fresh, _COMMENTS)
    root = package.xml(name)
    authors = root.find(_S + "authors")
    etree.SubElement(authors, _S + "author").text = PENULIS
    return root, len(authors) - 1


def _run(holder: Any, text: str) -> None:
    piece = etree.SubElement(etree.SubElement(holder, _S + "r"), _S + "t")
    piece.text = text.translate(_FORBIDDEN)
    piece.set(_SPACE, "preserve")


def _shapes(package: Paket, part: str) -> Any:
    """The sheet's VML drawing, a new one where there is none."""
    sheet = package.xml(part)
    legacy = sheet.find(_S + "legacyDrawing")
    if legacy is not None:
        target = next((where for id, _kind, where in package.hubungan(part) if id == legacy.get(_R + "id")), None)
        if target and target in package:
            return package.xml(target)
        sheet.remove(legacy)
    name = package.nama_baru("xl/drawings/vmlDrawing{}.vml")
    package.jenis_baku("vml", _VML)
    root = etree.Element("xml", nsmap={"v": _V, "o": _O, "x": _X})
    kind = etree.SubElement(root, f"{{{_V}}}shapetype", id="_x0000_t202", coordsize="21600,21600", path="m,l,21600r21600,l21600,xe")
    kind.set(f"{{{_O}}}spt", "202")
    etree.SubElement(kind, f"{{{_V}}}stroke", joinstyle="miter")
    package.tambah(name, root, _VML)
    element = etree.Element(_S + "legacyDrawing")
    element.set(_R + "id", package.hubungkan(part, "vmlDrawing", name))
    later = next((child for child in sheet if etree.QName(child).localname in _AFTER_LEGACY), None)
    sheet.append(element) if later is None else later.addprevious(element)
    return root


def _shape(root: Any, row: int, col: int, text: str) -> None:
    """The box of a note, as high as its text needs at some 60 characters a line; hidden until the cell is pointed at."""
    lines = sum(1 + len(line) // 55 for line in text.split("\n"))
    style = "position:absolute;margin-left:60pt;margin-top:2pt;width:300pt;height:{}pt;z-index:1;visibility:hidden"
    number = len(root.findall(f"{{{_V}}}shape")) + 1
    shape = etree.SubElement(root, f"{{{_V}}}shape", id=f"_x0000_doccheck{number}", type="#_x0000_t202", fillcolor="#ffffe1")
    shape.set("style", style.format(min(400, 14 * lines + 10)))
    shape.set(f"{{{_O}}}insetmode", "auto")
    etree.SubElement(shape, f"{{{_V}}}fill", color2="#ffffe1")
    box = etree.SubElement(shape, f"{{{_V}}}textbox")
    box.set("style", "mso-direction-alt:auto")
    data = etree.SubElement(shape, f"{{{_X}}}ClientData", ObjectType="Note")
    # left column, its offset, top row, its offset, right column, its offset, bottom row, its offset
    anchor = (col + 1, 15, max(0, row - 1), 10, col + 6, 15, row + max(4, min(24, lines)), 4)
    for name, value in (
        ("MoveWithCells", ""), ("SizeWithCells", ""), ("Anchor", ", ".join(map(str, anchor))), ("AutoFill", "False"), ("Row", str(row)),
        ("Column", str(col)),
    ):  # fmt: skip
        etree.SubElement(data, f"{{{_X}}}{name}").text = value


def huruf(col: int) -> str:
    """ "A" for 0, "AA" for 26."""
    name = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        name = chr(65 + rest) + name
    return name
