"""An Office file as the parts of its ZIP (ECMA-376 part 2): some are changed or added, all others are copied as they are."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
JENIS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""What the types of relationships begin with (transitional documents)."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of added parts: the same input gives the same bytes."""


class Paket:
    """The parts of a file. Raises what zipfile and lxml raise for damaged ones."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self._info = {info.filename: info for info in archive.infolist()}
            self._parts = {name: archive.read(name) for name in self._info if not name.endswith("/")}
        self._trees: dict[str, Any] = {}
        self._seen: dict[str, Any] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._parts or name in self._trees

    def mentah(self, name: str) -> bytes:
        return self._parts[name]

    def baca(self, name: str) -> Any:
        """The tree of a part, to be looked at only."""
        if name in self._trees:
            return self._trees[name]
        if name not in self._seen:
            self._seen[name] = etree.fromstring(self._parts[name], _PARSER)
        return self._seen[name]

    def xml(self, name: str) -> Any:
        """The tree of a part, to be changed: the part is written anew."""
        return self._trees.setdefault(name, self.baca(name))

    def tambah(self, name: str, root: Any, content_type: str) -> Any:
        """Adds a part with its content type and gives back its tree."""
        self._trees[name] = root
        types = self.xml("[Content_Types].xml")
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        return root

    def jenis_baku(self, extension: str, content_type: str) -> None:
        """The content type of parts with this extension."""
        types = self.xml("[Content_Types].xml")
        known = {one.get("Extension", "").lower() for one in types.findall(f"{{{_TYPES}}}Default")}
        if extension not in known:
            types.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type))

    def bagian_utama(self) -> str:
        """The part that the package is about (word/document.xml, xl/workbook.xml)."""
        return self.tujuan("", "officeDocument") or ""

    def tujuan(self, part: str, kind: str) -> str | None:
        """The part to which the first relationship of this kind leads."""
        return next((target for _id, name, target in self.hubungan(part) if name == kind), None)

    def hubungan(self, part: str) -> list[tuple[str, str, str]]:
        """(id, kind, part) of the internal relationships of a part."""
        name = _rels_of(part)
        if name not in self:
            return []
        found = []
        for one in self.baca(name).findall(f"{{{_REL}}}Relationship"):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), one.get("Target", ""))).lstrip("/")
                found.append((one.get("Id", ""), one.get("Type", "").rsplit("/", 1)[-1], target))
        return found

    def hubungkan(self, part: str, kind: str, target: str) -> str:
        """Adds a relationship and gives back its id."""
        name = _rels_of(part)
        if name not in self:
            self._trees[name] = etree.Element(f"{{{_REL}}}Relationships", nsmap={None: _REL})  # type: ignore[dict-item]  # the stubs know no default namespace
        root = self.xml(name)
        known = {one.get("Id") for one in root}
        number = next(n for n in range(1, len(known) + 2) if f"rIdDoccheck{n}" not in known)
        relative = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(part)}")
        etree.SubElement(root, f"{{{_REL}}}Relationship", Id=f"rIdDoccheck{number}", Type=JENIS + kind, Target=relative)
        return f"rIdDoccheck{number}"

    def nama_baru(self, pattern: str) -> str:
        """The first name of the pattern ("xl/comments{}.xml") that no part has."""
        return next(name for n in range(1, 100_000) if (name := pattern.format(n)) not in self)

    def tulis(self, path: Path) -> None:
        """Writes the file: parts in their old order, added ones at the end."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in (*self._parts, *(name for name in self._trees if name not in self._parts)):
                old = self._info.get(name)
                info = zipfile.ZipInfo(name, old.date_time if old else _EPOCH)
                info.compress_type = old.compress_type if old else zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                tree = self._trees.get(name)
                archive.writestr(info, self._parts[name] if tree is None else _bytes(tree))


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _bytes(tree: Any) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
