"""Numbers that narrow cells broke over lines, or that the print spaced digit by digit."""

from __future__ import annotations

import re

_NUMERIC = re.compile(r"(?:Rp\.?)?[\d\s.,:%/<>=≤≥±()+–−-]*\d[\d\s.,:%/<>=≤≥±()+–−E-]*(?:\s?[A-Za-z%]+)?", re.I)
_GROUPED = re.compile(r"(?:^|[^\d.,])\d{1,3}([.,])\d{3}(?:\1\d{3})*\1\d{1,2}$")
_WHOLE = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})+")
_PIECE = re.compile(r"\d[\d.,]*|[.,][\d.,]*\d")
_DECIMAL = re.compile(r"\d[.,]\d{1,2}$")
_SINGLE_DIGITS = re.compile(r"[<>≤≥=-]{0,2} ?\d(?: [\d.,])+(?: ?%)?")
_BLANK_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+(?![\d.,])")
_AROUND_SIGN = re.compile(r"(?<=\d) ?([.,]) ?(?=\d)")
_AFTER_MINUS = re.compile(r"^- (?=\d)")


def mend_number(text: str) -> str | None:
    """The number of a cell on one line, or None where the cell is no number.

    "28.500.00\\n0" -> "28.500.000", "41.03\\n8.600" -> "41.038.600", "90,0\\n2" -> "90,02", "93.8-\\n93.8" -> "93.8-93.8",
    "0.819\\n:0.81\\n9" -> "0.819:0.819", "4 9 4 4 9" -> "49449", "2 746" -> "2746", "- 1 ,00" -> "-1,00".
    Values of several lines ("70\\n75") stay apart by a blank.
    """
    if not text or not _NUMERIC.fullmatch(text):
        return None
    lines = text.split("\n")
    if len(lines) > 1 and in_pieces(lines):
        return "".join(lines)
    whole = lines[0]
    for line in lines[1:]:
        whole += ("" if _continues(whole, line) else " ") + line
    if _SINGLE_DIGITS.fullmatch(whole):
        return whole.replace(" ", "")
    if " " in whole:
        blank = _BLANK_GROUPS.match(whole)
        if blank and blank.end() == len(whole.rstrip("% ")):
            whole = whole.replace(" ", "")
        if len(_AROUND_SIGN.findall(whole)) == 1 or re.search(r" \.\d{3}\b|\d\. \d{3}\b", whole):
            whole = _AROUND_SIGN.sub(r"\1", whole)
        whole = _AFTER_MINUS.sub("-", whole)
    return whole


def in_pieces(lines: list[str]) -> bool:
    """Whether the lines are a sum of millions in pieces, cut within its groups of digits: one only together."""
    if not _WHOLE.fullmatch("".join(lines)) or not all(_PIECE.fullmatch(line) for line in lines):
        return False
    return not re.fullmatch(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?", lines[0])


def _continues(left: str, right: str) -> bool:
    """Whether a number goes on over the line break."""
    if not left or not right:
        return False
    if left[-1] in ".,:/" and right[0].isdigit():
        return True
    if right[0] in ".,:/" and left[-1].isdigit() and len(right) > 1:
        return True
    if re.search(r"\d ?[-–]$|E-?$", left) and right[0].isdigit():
        return True
    digits = re.match(r"\d+(?![.,\d])", right)
    if not digits:
        return False
    more = len(digits[0])
    if _GROUPED.search(left):
        return more + len(left) - len(left.rstrip("0123456789")) == 3
    if _DECIMAL.search(left) and right.rstrip("% ") == digits[0]:
        return more == 1
    return bool(re.search(r"(?:^|\D)\d{6,}$", left)) and more <= 3
