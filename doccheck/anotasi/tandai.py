"""Writing the marked copies of the documents of a check."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from lxml import etree
from msgspec import Struct

from ..aturan import Rule
from ..bahasa import _
from ..catatan import ReadError
from ..model import Report
from . import docx, pdf, xlsx
from .pesan import Tanda, TidakDidukungError, baris, per_dokumen

DAFTAR = ".temuan.txt"
"""What the name of the list ends in that stands beside a file which cannot be marked."""


class Ditandai(Struct, frozen=True, kw_only=True):
    """What became of one document: marked, a list beside it, or nothing (no findings). `target`: the written file; `temuan`: places
    marked; `usulan`: tracked changes; `alasan`: why it could not be marked."""

    berkas: str
    cara: Literal["ditandai", "daftar", "tanpa_temuan"]
    target: Path | None = None
    temuan: int = 0
    usulan: int = 0
    alasan: str = ""


def tandai_dokumen(
    report: Report, root: Path, target: Path, rules: Sequence[Rule], *, usulan: bool = False, waktu: datetime | None = None
) -> tuple[Ditandai, ...]:
    """Writes the marked copies below `target`, under the names that they have below `root`. A DOCX gets comments, with `usulan` tracked
    changes as well; an XLSX notes; a PDF highlights; for every other file, and for one that resists, the findings are written to a text
    beside it. waktu: date of comments and changes in Word (None: none, so that equal input gives equal bytes). Raises ValueError where
    `target` would overwrite a document."""
    marks = per_dokumen(report, rules)
    results = []
    for berkas, found in sorted(marks.items()):
        source, copy = root / berkas, target / berkas
        if copy.resolve() == source.resolve():
            raise ValueError(berkas)
        if not found:
            results.append(Ditandai(berkas=berkas, cara="tanpa_temuan"))
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        results.append(_one(berkas, source, copy, found, usulan, waktu))
    return tuple(results)


def _one(berkas: str, source: Path, copy: Path, marks: Sequence[Tanda], usulan: bool, waktu: datetime | None) -> Ditandai:
    try:
        made = _write(source, copy, marks, usulan, waktu)
    except (TidakDidukungError, ReadError, OSError, zipfile.BadZipFile, zlib.error, EOFError, LookupError, etree.XMLSyntaxError) as error:
        copy.unlink(missing_ok=True)
        beside = copy.with_name(copy.name + DAFTAR)
        text = "\n\n".join("\n".join(baris(mark)) for mark in marks)
        beside.write_text(f"{berkas}\n\n{text}\n", encoding="utf-8")
        return Ditandai(berkas=berkas, cara="daftar", target=beside, temuan=len(marks), alasan=str(error))
    return Ditandai(berkas=berkas, cara="ditandai", target=copy, temuan=len(marks), usulan=made)


def _write(source: Path, copy: Path, marks: Sequence[Tanda], usulan: bool, waktu: datetime | None) -> int:
    """The number of tracked changes."""
    kind = _kind(source)
    if kind == "docx":
        return docx.tandai(source, copy, marks, usulan, waktu)
    if kind == "xlsx":
        xlsx.tandai(source, copy, marks)
    elif kind == "pdf":
        pdf.tandai(source, copy, marks)
    else:
        raise TidakDidukungError(_("jenis berkas ini tidak dapat ditandai"))
    return 0


def _kind(path: Path) -> str:
    """By content: files under a wrong name are read too."""
    with path.open("rb") as stream:
        head = stream.read(1024)
    if b"%PDF-" in head:
        return "pdf"
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
        return "docx" if any(name.startswith("word/") for name in names) else "xlsx" if "xl/workbook.xml" in names else ""
    return ""
