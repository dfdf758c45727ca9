"""DOCX: a Word comment at the cell, and with proposals tracked changes (w:del, w:ins) that the author accepts in Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from ..readers.docx_styles import W
from . import docx_letak, docx_usulan
from .paket import Paket
from .pesan import PENULIS, Tanda, TidakDidukungError, baris

_NS = W[1:-1]
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")
"""Characters that XML 1.0 cannot hold."""


def tandai(path: Path, target: Path, marks: Sequence[Tanda], usulan: bool, waktu: datetime | None = None) -> int:
    """Writes the marked copy, dated `waktu` (None: without a date, so that equal input gives equal bytes); gives back the number of
    proposals made as tracked changes. Raises TidakDidukungError, and what zipfile and lxml raise for damaged files."""
    package = Paket(path)
    main = package.bagian_utama()
    if main not in package:
        raise TidakDidukungError(main)
    if b"http://purl.oclc.org/ooxml/" in package.mentah(main)[:4096]:
        raise TidakDidukungError("Strict Open XML")
    document = package.xml(main)
    styles = package.tujuan(main, "styles")
    date = waktu.strftime("%Y-%m-%dT%H:%M:%SZ") if waktu else None
    places = docx_letak.Letak(document, package.baca(styles) if styles and styles in package else None)
    comments = _comments(package, main)
    number = max((int(one.get(W + "id", -1)) for one in comments), default=-1) + 1
    changes = docx_usulan.Pengubah(document, date)
    made = 0
    for mark in marks:
        paragraphs = places.cari(mark)
        proposed = bool(usulan and mark.usulan and changes.ganti(paragraphs, mark.usulan))
        made += proposed
        _comment(comments, number, baris(mark), date)
        _anchor(paragraphs[0], number)
        number += 1
    package.tulis(target)
    return made


def _comments(package: Paket, main: str) -> Any:
    """The part with the comments, a new one where there is none."""
    known = package.tujuan(main, "comments")
    if known is not None and known in package:
        return package.xml(known)
    folder = main.rsplit("/", 1)[0]
    usual = f"{folder}/comments.xml"  # programs other than Word look for this name
    name = package.nama_baru(f"{folder}/comments{{}}.xml") if usual in package else usual
    package.hubungkan(main, "comments", name)
    return package.tambah(name, etree.Element(W + "comments", nsmap={"w": _NS}), _TYPE)


def _comment(comments: Any, number: int, lines: Sequence[str], date: str | None) -> None:
    comment = etree.SubElement(comments, W + "comment")
    comment.set(W + "id", str(number))
    comment.set(W + "author", PENULIS)
    if date:
        comment.set(W + "date", date)
    comment.set(W + "initials", "dc")
    for position, line in enumerate(lines):
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        if position == 0:
            etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
        text = etree.SubElement(run, W + "t")
        text.text = line.translate(_FORBIDDEN)
        text.set(_SPACE, "preserve")


def _anchor(paragraph: Any, number: int) -> None:
    """Puts the comment around the paragraph's content."""
    start, end = etree.Element(W + "commentRangeStart"), etree.Element(W + "commentRangeEnd")
    reference = etree.Element(W + "r")
    etree.SubElement(reference, W + "commentReference").set(W + "id", str(number))
    start.set(W + "id", str(number))
    end.set(W + "id", str(number))
    properties = paragraph.find(W + "pPr")
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
    paragraph.append(end)
    paragraph.append(reference)
