"""Paragraphs of a DOCX: the text that is seen, line by line, with its face."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from .docx_styles import Style, Styles, W, outline, run_style
from .lines import tidy_line

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R, _T, _PPR, _RPR, _PSTYLE, _RSTYLE, _VAL = (W + name for name in ("r", "t", "pPr", "rPr", "pStyle", "rStyle", "val"))
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DROPPED = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "sdtPr", W + "sdtEndPr", W + "instrText"})
"""Deleted text, properties and field codes: nothing of them is seen."""
_CHARACTERS = {W + "tab": "\t", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


class Line(Struct, frozen=True):
    """A visual line as far as the file knows it: up to a break."""

    text: str
    bold: bool
    size: float = 0.0


class Text(Struct, frozen=True):
    """A paragraph: its lines, its outline level, the text boxes anchored in it (w:txbxContent elements), and what stands between its
    tabs, empty where it has none or several lines."""

    lines: tuple[Line, ...]
    heading: int | None
    boxes: tuple[Any, ...]
    fields: tuple[str, ...] = ()


def paragraph_text(paragraph: Any, styles: Styles) -> Text:
    """Reads a w:p. Raw line breaks inside a w:t stay line breaks: some applications that fill templates write several
    indicators so, and pair them with as many targets of the next cell."""
    properties = paragraph.find(_PPR)
    identity, level = styles.default, None
    if properties is not None:
        named = properties.find(_PSTYLE)
        identity = named.get(_VAL) if named is not None else identity
        level = outline(properties)
    style = styles.paragraph(identity)
    heading = style.heading if level is None else level
    pieces: list[tuple[str, Style]] = []
    boxes: list[Any] = []
    for run in _runs(paragraph, boxes):
        if run.tag == _MATH_TEXT:
            pieces.append((run.text or "", style))
            continue
        own = run.find(_RPR)
        face = style
        if own is not None:
            named = own.find(_RSTYLE)
            face = run_style(own)
            face = (face if named is None else face.over(styles.get(named.get(_VAL)))).over(style)
        if not face.hidden:
            pieces.append((_run_text(run, boxes), face))
    return Text(tuple(_lines(pieces)), heading or None, tuple(boxes), _fields(pieces))


def _fields(pieces: list[tuple[str, Style]]) -> tuple[str, ...]:
    text = "".join(piece for piece, _face in pieces)
    return tuple(map(tidy_line, text.split("\t"))) if "\t" in text and "\n" not in text else ()


def _runs(element: Any, boxes: list[Any]) -> Iterator[Any]:
    """Runs and formula texts in order, through links, insertions, fields and content controls."""
    for child in element:
        tag = child.tag
        if tag in (_R, _MATH_TEXT):
            yield child
        elif tag == MC + "AlternateContent":
            boxes += text_boxes(child)
        elif isinstance(tag, str) and tag not in _DROPPED:
            yield from _runs(child, boxes)


def _run_text(run: Any, boxes: list[Any]) -> str:
    parts: list[str] = []
    for child in run:
        tag = child.tag
        if tag == _T:
            parts.append((child.text or "").replace("\r\n", "\n").replace("\r", "\n"))
        elif tag in _CHARACTERS:
            parts.append(_CHARACTERS[tag])
        elif tag == W + "sym":
            parts.append(_symbol(child.get(W + "char", "")))
        elif tag in (MC + "AlternateContent", W + "drawing", W + "pict", W + "object"):
            boxes += text_boxes(child)
    return "".join(parts)


def _symbol(code: str) -> str:
    """A character of a symbol font; those of Symbol and Wingdings lie in the private area at F000 + their place."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return chr(value - 0xF000) if 0xF020 <= value <= 0xF07E else "" if 0xE000 <= value <= 0xF8FF else chr(value)


def text_boxes(element: Any) -> list[Any]:
    """The outermost w:txbxContent below an element. Of mc:AlternateContent, which says the same twice (DrawingML and VML),
    the first branch that has a box."""
    if element.tag == W + "txbxContent":
        return [element]
    found: list[Any] = []
    for child in element:
        if child.tag == MC + "AlternateContent":
            found += next((boxes for branch in child if (boxes := text_boxes(branch))), [])
        else:
            found += text_boxes(child)
        if found and element.tag == MC + "AlternateContent":
            return found
    return found


def _lines(pieces: list[tuple[str, Style]]) -> Iterator[Line]:
    if len(pieces) == 1 and "\n" not in pieces[0][0]:
        text, face = pieces[0]
        text = tidy_line(text)
        yield Line(text, bool(text and face.bold), face.size or 0.0 if text else 0.0)
        return
    texts: list[list[tuple[str, Style]]] = [[]]
    for text, face in pieces:
        first, *rest = text.split("\n")
        texts[-1].append((first, face))
        texts += [[(part, face)] for part in rest]
    for line in texts:
        letters = sum(len(text.strip()) for text, _ in line)
        bold = sum(len(text.strip()) for text, face in line if face.bold)
        size = max((face.size or 0.0 for text, face in line if text.strip()), default=0.0)
        yield Line(tidy_line("".join(text for text, _ in line)), bool(letters) and bold * 2 > letters, size)
