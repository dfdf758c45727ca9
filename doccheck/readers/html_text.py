"""Text of HTML elements as it is seen: lines that blocks and breaks part, what is hidden, what is bold."""

from __future__ import annotations

import re
from typing import Any

from .lines import tidy_line

_IGNORED = frozenset({"script", "style", "template", "noscript", "head", "title", "select", "option", "object", "iframe", "svg",
                      "canvas", "audio", "video", "colgroup", "col", "datalist"})
BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "main", "nav",
                    "aside", "blockquote", "pre", "form", "fieldset", "legend", "figure", "figcaption", "address", "center", "hr", "body",
                    "html", "caption", "details", "summary", "tr", "td", "th", "tbody", "thead", "tfoot"})
"""Elements that begin and end a line."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong", "th", *HEADINGS})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


class Lines:
    """Inline text on its way to lines: blanks collapse, <br> and blocks end a line."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, bool]] = []
        self.lines: list[tuple[str, bool]] = []

    def text(self, text: str | None, bold: bool) -> None:
        """Adds text to the line."""
        if text:
            self._parts.append((_SPACE.sub(" ", text), bold))

    def end(self, keep_empty: bool) -> None:
        """Ends the line; an empty one counts for <br>, not for blocks."""
        line = tidy_line("".join(text for text, _ in self._parts))
        if line or keep_empty:
            letters = sum(len(text.strip()) for text, _ in self._parts)
            bold = sum(len(text.strip()) for text, is_bold in self._parts if is_bold)
            self.lines.append((line, bold * 2 > letters))
        self._parts.clear()

    def take(self) -> list[tuple[str, bool]]:
        """The lines without the empty ones at both ends; begins anew."""
        self.end(False)
        lines, self.lines = self.lines, []
        while lines and not lines[0][0]:
            lines.pop(0)
        while lines and not lines[-1][0]:
            lines.pop()
        return lines


def cell_lines(cell: Any, nested: list[Any]) -> list[tuple[str, bool]]:
    """The lines of a td or th, each with whether it is bold; the outermost tables in it are collected in `nested`."""
    if len(cell) == 0:  # most cells of large exports
        text = tidy_line(_SPACE.sub(" ", cell.text or ""))
        return [(text, sets_bold(cell))] if text else []
    lines = Lines()
    _cell(cell, False, lines, nested)
    return lines.take()


def _cell(element: Any, bold: bool, lines: Lines, nested: list[Any]) -> None:
    """Text of a cell; tables in it are among its lines and collected in `nested` (the outermost ones)."""
    bold = bold or sets_bold(element)
    is_block = element.tag in BLOCKS or element.tag in HEADINGS or element.tag == "table"
    if is_block:
        lines.end(False)
    lines.text(element.text, bold)
    for child in element:
        if child.tag == "br":
            lines.end(True)
        elif not is_hidden(child):
            if child.tag == "table":
                nested.append(child)
                _cell(child, bold, lines, [])
            else:
                _cell(child, bold, lines, nested)
        lines.text(child.tail, bold)
    if is_block:
        lines.end(False)


def is_hidden(element: Any) -> bool:
    """Whether an element by itself is not shown (a comment, a script, display: none)."""
    if element.tag in _IGNORED or not isinstance(element.tag, str) or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def sets_bold(element: Any) -> bool:
    """Whether an element by itself sets its text in bold."""
    style = element.get("style")
    return element.tag in _BOLD or (style is not None and _BOLD_STYLE.search(style) is not None)
