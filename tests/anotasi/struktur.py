"""What ECMA-376 and ISO 32000 ask of the parts that marks add; each function fails where a program would repair the file."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PdfReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_V, _X = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

Bagian = dict[str, bytes]
Hubungan = dict[str, tuple[str, str]]


def paket(path: Path) -> Bagian:
    """The parts by name, after the rules of every package: each part once and typed, each relation with its own id and a target."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert len(names) == len({name.lower() for name in names})
        parts = {name: archive.read(name) for name in names}
    types = etree.fromstring(parts["[Content_Types].xml"])
    ends = {one.get("Extension").lower() for one in types.iter(_CT + "Default")}
    named = [one.get("PartName") for one in types.iter(_CT + "Override")]
    assert len(named) == len(set(named))
    for name in parts:
        if name != "[Content_Types].xml" and not name.endswith("/"):
            assert f"/{name}" in named or name.rpartition(".")[2].lower() in ends, name
        if name.endswith(".rels"):
            folder, file = posixpath.split(name)
            _hubungan(parts, posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels")))
    return parts


def _hubungan(parts: Bagian, part: str) -> Hubungan:
    """Relations of a part: id -> (last word of the type, target)."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    found: Hubungan = {}
    for one in etree.fromstring(parts[name]).iter(_REL + "Relationship") if name in parts else ():
        target = one.get("Target")
        if one.get("TargetMode") != "External":
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            assert target in parts, (part, target)
        assert one.get("Id") not in found
        found[one.get("Id")] = (one.get("Type").rpartition("/")[2], target)
    return found


def _jenis(parts: Bagian, name: str) -> str:
    types = etree.fromstring(parts["[Content_Types].xml"])
    return next(one.get("ContentType") for one in types.iter(_CT + "Override") if one.get("PartName") == f"/{name}")


def docx(path: Path, tanggal: str) -> int:
    """Comments and tracked changes; gives back the number of changes."""
    parts = paket(path)
    main = "word/document.xml"
    body = etree.fromstring(parts[main])
    (name,) = (target for kind, target in _hubungan(parts, main).values() if kind == "comments")
    assert _jenis(parts, name).endswith("wordprocessingml.comments+xml")
    comments = etree.fromstring(parts[name])
    ids = [one.get(_W + "id") for one in comments.findall(_W + "comment")]
    assert ids
    assert len(ids) == len(set(ids))
    for one in comments:
        assert (one.get(_W + "author"), one.get(_W + "date")) == ("doccheck", tanggal)
        assert one.findall(_W + "p")
        assert "".join(one.itertext()).strip()
    order = {node: number for number, node in enumerate(body.iter())}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert Counter(one.get(_W + "id") for one in body.iter(_W + tag)) == Counter(ids), tag
    for number in ids:
        start, end, reference = (
            next(one for one in body.iter(_W + tag) if one.get(_W + "id") == number)
            for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        assert order[start] < order[end] < order[reference]
        assert reference.getparent().tag == _W + "r"
        assert start.getparent().tag == _W + "p"
        assert start.getparent().find(_W + "pPr") is None or start.getparent().index(start) > 0
    return _perubahan(body, tanggal)


def _perubahan(body: Any, tanggal: str) -> int:
    changes = list(body.iter(_W + "ins", _W + "del"))
    assert len({one.get(_W + "id") for one in changes}) == len(changes)
    for one in changes:
        assert (one.get(_W + "author"), one.get(_W + "date")) == ("doccheck", tanggal)
        assert one.get(_W + "id").isdigit()
        assert {child.tag for child in one} == {_W + "r"}
        assert not list(one.iter(_W + ("t" if one.tag == _W + "del" else "delText")))
        assert not [above for above in one.iterancestors() if above.tag in (_W + "ins", _W + "del")]
    assert {one.getparent().getparent().tag for one in body.iter(_W + "delText")} <= {_W + "del"}
    return len(changes)


def xlsx(path: Path) -> int:
    """Notes, each with its shape; gives back their number."""
    parts = paket(path)
    count = 0
    for sheet in (name for name in parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)):
        related = _hubungan(parts, sheet)
        names = [target for kind, target in related.values() if kind == "comments"]
        if not names:
            continue
        assert _jenis(parts, names[0]).endswith("spreadsheetml.comments+xml")
        comments = etree.fromstring(parts[names[0]])
        assert [child.tag for child in comments] == [_S + "authors", _S + "commentList"]
        authors = len(comments[0])
        places = [one.get("ref") for one in comments[1]]
        assert len(places) == len(set(places))
        assert all(0 <= int(one.get("authorId")) < authors and "".join(one.itertext()).strip() for one in comments[1])
        (drawing,) = etree.fromstring(parts[sheet]).findall(_S + "legacyDrawing")
        kind, target = related[drawing.get(_R + "id")]
        assert kind == "vmlDrawing"
        assert _bentuk(parts[target]) == Counter(places)
        count += len(places)
    return count


def _bentuk(drawing: bytes) -> Counter[str]:
    """The cells to which the shapes of notes belong."""
    root = etree.fromstring(drawing)
    shapes = [shape for shape in root.iter(_V + "shape") if shape.find(f"{_X}ClientData[@ObjectType='Note']") is not None]
    assert len({shape.get("id") for shape in shapes}) == len(shapes)
    cells = [(int(shape.findtext(f".//{_X}Row")), int(shape.findtext(f".//{_X}Column"))) for shape in shapes]
    return Counter(f"{_huruf(column)}{row + 1}" for row, column in cells)


def _huruf(column: int) -> str:
    return (_huruf(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def pdf(path: Path) -> int:
    """Notes and highlights; gives back their number."""
    count = 0
    for page in PdfReader(path, strict=True).pages:
        for one in (item.get_object() for item in page.annotations or []):
            if one.get("/T") != "doccheck":
                continue
            count += 1
            left, bottom, right, top = (float(number) for number in one["/Rect"])
            assert left < right
            assert bottom < top
            assert one["/Subtype"] in ("/Highlight", "/Text")
            assert one["/Contents"].strip()
            if one["/Subtype"] == "/Highlight":
                corners = [float(number) for number in one["/QuadPoints"]]
                assert corners
                assert len(corners) % 8 == 0
                assert all(left - 1 <= x <= right + 1 for x in corners[::2])
                assert all(bottom - 1 <= y <= top + 1 for y in corners[1::2])
                assert one["/AP"]["/N"].get_object()["/Subtype"] == "/Form"
    return count
