"""Styles of a DOCX: which are headings, bold, hidden, and how large, with inheritance resolved."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|judul)\s*([1-9])$", re.IGNORECASE)
_VAL, _B, _VANISH, _SZ, _OUTLINE = W + "val", W + "b", W + "vanish", W + "sz", W + "outlineLvl"
_OFF = frozenset({"0", "false", "off", "none"})


class Style(Struct, frozen=True):
    """What counts of a style; None where it says nothing. heading: outline level from 1, 0 for body text; size in points."""

    bold: bool | None = None
    hidden: bool | None = None
    heading: int | None = None
    size: float | None = None

    def over(self, base: Style) -> Style:
        """This style where it speaks, else `base`."""
        return Style(
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.heading if self.heading is None else self.heading,
            base.size if self.size is None else self.size,
        )


PLAIN = Style()


def on(element: Any) -> bool:
    """Value of an on/off property, e.g. <w:b/> or <w:b w:val="0"/>."""
    return element.get(_VAL, "true").lower() not in _OFF


def run_style(properties: Any) -> Style:
    """What a w:rPr says directly."""
    bold = hidden = size = None
    for child in properties:
        tag = child.tag
        if tag == _B:
            bold = on(child)
        elif tag == _VANISH:
            hidden = on(child)
        elif tag == _SZ:
            value = child.get(_VAL, "")
            size = int(value) / 2 if value.isdigit() else None
    return Style(bold, hidden, None, size)


def outline(properties: Any) -> int | None:
    """Outline level of a w:pPr: 1..9, 0 for body text, None where it says nothing."""
    level = properties.find(_OUTLINE)
    value = level.get(_VAL, "") if level is not None else ""
    return (int(value) + 1) % 10 if value.isdigit() and int(value) <= 9 else None


class Styles:
    """The styles of one document; `default` is the paragraph style of paragraphs that name none."""

    def __init__(self, root: Any | None) -> None:
        self._own: dict[str, tuple[Style, str | None]] = {}
        self._resolved: dict[str, Style] = {}
        self._paragraphs: dict[str | None, Style] = {}
        self.base = PLAIN
        self.default: str | None = None
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self.base = run_style(defaults)
        for style in root.iterchildren(W + "style"):
            name, based = style.find(W + "name"), style.find(W + "basedOn")
            run, paragraph = style.find(W + "rPr"), style.find(W + "pPr")
            own = run_style(run) if run is not None else PLAIN
            named = _HEADING.match(name.get(W + "val", "")) if name is not None else None
            heading = int(named[1]) if named else outline(paragraph) if paragraph is not None else None
            identity = style.get(W + "styleId", "")
            self._own[identity] = (
                Style(own.bold, own.hidden, heading, own.size), based.get(W + "val") if based is not None else None
            )
            if style.get(W + "type") == "paragraph" and style.get(W + "default", "") in ("1", "true"):
                self.default = identity

    def paragraph(self, identity: str | None) -> Style:
        """The face of a paragraph of this style, document defaults included."""
        if identity not in self._paragraphs:
            self._paragraphs[identity] = self.get(identity).over(self.base)
        return self._paragraphs[identity]

    def get(self, identity: str | None) -> Style:
        """The style with everything it inherits (document defaults apart)."""
        if identity is None or identity not in self._own:
            return PLAIN
        if identity not in self._resolved:
            chain, at = list[Style](), identity
            seen: set[str] = set()
            while at in self._own and at not in seen:
                seen.add(at)
                own, based = self._own[at]
                chain.append(own)
                at = based or ""
            style = PLAIN
            for own in reversed(chain):
                style = own.over(style)
            self._resolved[identity] = style
        return self._resolved[identity]
