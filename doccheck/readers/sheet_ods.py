"""Merged ranges, percent and error cells of an ODS."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from .sheet_shown import Shown
from .zip_xml import DAMAGED, PARSER

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _OFFICE, _TEXT = _OASIS % "table", _OASIS % "office", _OASIS % "text"
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_MAX_REPEAT = 1000
"""Repeated cells with a value up to this number are looked at one by one; more are empty space to the sheet's end."""


def shown_ods(path: Path) -> dict[str, Shown]:
    """By the sheet's name; empty for other formats."""
    try:
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("content.xml"), PARSER)
    except DAMAGED:
        return {}
    return {table.get(_TABLE + "name", ""): _table(table) for table in root.iter(_TABLE + "table")}


def _table(table: Any) -> Shown:
    result = Shown()
    row = 0
    for line in table.iter(_TABLE + "table-row"):
        lines = _number(line, "number-rows-repeated")
        col = 0
        for cell in line.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            across = _number(cell, "number-columns-repeated")
            down, right = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if down > 1 or right > 1:
                result.spans.append((row, col, row + down - 1, col + right - 1))
            kind = cell.get(_CALCEXT + "value-type") or cell.get(_OFFICE + "value-type")
            if kind in ("percentage", "error") and lines * across <= _MAX_REPEAT:
                places = [(row + below, col + beside) for below in range(lines) for beside in range(across)]
                if kind == "percentage":
                    result.percent.update(places)
                else:
                    text = "".join(cell.find(_TEXT + "p").itertext()) if cell.find(_TEXT + "p") is not None else ""
                    result.errors.update(dict.fromkeys(places, text))
            col += across
        row += lines
    return result


def _number(element: Any, name: str) -> int:
    value = element.get(_TABLE + name, "1")
    return int(value) if value.isdigit() else 1
