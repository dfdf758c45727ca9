"""Tracked changes in a DOCX: words that should be others are struck out and the others put in, for the author to accept in Word.

Only text that stands in the runs of one paragraph is touched; what lies in fields, links or other people's changes stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from lxml import etree

from ..readers.docx_styles import W
from .pesan import PENULIS, Usulan

_R, _T, _RPR, _DEL, _INS = W + "r", W + "t", W + "rPr", W + "del", W + "ins"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Pengubah:
    """Makes the changes of one document; every change has a number of its own. tanggal: as w:date prints it."""

    def __init__(self, document: Any, tanggal: str | None = None) -> None:
        self._tanggal = tanggal
        ids = (one.get(W + "id", "") for tag in (_DEL, _INS, W + "rPrChange", W + "moveFrom", W + "moveTo") for one in document.iter(tag))
        self._next = max((int(value) for value in ids if value.isdigit()), default=0) + 1

    def ganti(self, paragraphs: Sequence[Any], usulan: Usulan) -> bool:
        """Strikes out the differing words of `usulan.lama` in the first paragraph that holds it; False where none does."""
        for paragraph in paragraphs:
            text, runs = _flat(paragraph)
            found = _find(text, usulan.lama)
            if found is None:
                continue
            start, end = found
            for first, last, words in reversed(_edits(text[start:end], usulan.baru)):
                self._edit(runs, start + first, start + last, words)
            return True
        return False

    def _edit(self, runs: list[tuple[int, Any]], start: int, end: int, words: str) -> None:
        _cut(runs, start)
        _cut(runs, end)
        struck = [run for begin, run in runs if start <= begin < end]
        before = [run for begin, run in runs if begin < start]
        model = struck[0] if struck else before[-1] if before else runs[0][1]
        anchor = before[-1] if before else None
        if struck:
            anchor = self._change(_DEL)
            struck[0].addprevious(anchor)
            for run in struck:
                anchor.append(run)
                for piece in run.findall(_T):
                    piece.tag = W + "delText"
                    piece.set(_SPACE, "preserve")
        if words:
            added = self._change(_INS)
            run = etree.SubElement(added, _R)
            if (face := model.find(_RPR)) is not None:
                run.append(deepcopy(face))
            piece = etree.SubElement(run, _T)
            piece.text = words
            piece.set(_SPACE, "preserve")
            runs[0][1].addprevious(added) if anchor is None else anchor.addnext(added)

    def _change(self, tag: str) -> Any:
        change = etree.Element(tag)
        change.set(W + "id", str(self._next))
        change.set(W + "author", PENULIS)
        if self._tanggal:
            change.set(W + "date", self._tanggal)
        self._next += 1
        return change


def _flat(paragraph: Any) -> tuple[str, list[tuple[int, Any]]]:
    """The text of the paragraph's own runs, and where in it each run begins. Runs with several pieces are taken apart first, so that each
    has one. What is no text counts as one blank."""
    text = ""
    runs: list[tuple[int, Any]] = []
    for run in list(paragraph.findall(_R)):
        pieces = [child for child in run if child.tag != _RPR]
        face = run.find(_RPR)
        for piece in pieces[1:]:
            later = etree.Element(_R)
            if face is not None:
                later.append(deepcopy(face))
            later.append(piece)
        last = run
        for piece in pieces:
            own = piece.getparent()
            if own is not run:
                last.addnext(own)
            last = own
            runs.append((len(text), own))
            text += piece.text or "" if piece.tag == _T else " "
    return text, runs


def _find(text: str, wanted: str) -> tuple[int, int] | None:
    """Where the wanted words stand, white space of any kind between them, not inside other words or numbers."""
    words = [re.escape(word) for word in wanted.split()]
    if not words:
        return None
    found = re.search(r"(?<![\w,.])" + r"\s+".join(words) + r"(?![\w]|[,.]\d)", text)
    return found.span() if found else None


def _edits(old: str, new: str) -> list[tuple[int, int, str]]:
    """(start, end, words) in `old`, in order: the words from start to end become `words`. Values are replaced whole; words that differ in
    capitals alone stay as the document has them."""
    if " " not in old.strip() and " " not in new.strip():
        return [(0, len(old), new)]
    places = [match.span() for match in re.finditer(r"\S+", old)]
    words = new.split()
    matcher = SequenceMatcher(None, [old[a:b].casefold() for a, b in places], [word.casefold() for word in words], autojunk=False)
    edits = []
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            continue
        start = places[a0][0] if a0 < len(places) else len(old)
        end = places[a1 - 1][1] if a1 > a0 else start
        added = " ".join(words[b0:b1])
        if kind == "insert":
            added = f"{added} " if a0 < len(places) else f" {added}"
        elif kind == "delete" and a1 < len(places):
            end = places[a1][0]  # with the blank after it
        elif kind == "delete" and a0:
            start = places[a0 - 1][1]
        edits.append((start, end, added))
    return edits


def _cut(runs: list[tuple[int, Any]], at: int) -> None:
    """Makes a run begin at this character: the run around it is cut in two."""
    for position, (begin, run) in enumerate(runs):
        piece = run.find(_T)
        if piece is not None and begin < at < begin + len(piece.text or ""):
            rest = deepcopy(run)
            text = piece.text or ""
            piece.text, rest.find(_T).text = text[: at - begin], text[at - begin :]
            for half in (piece, rest.find(_T)):
                half.set(_SPACE, "preserve")
            run.addnext(rest)
            runs.insert(position + 1, (at, rest))
            return
