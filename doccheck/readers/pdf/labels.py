"""Cells that hold a list whose codes and texts stand beside each other without a rule, as on cascading posters.

There a code ("1.1.2.1.", "-") is centred on its text, so that by height alone it comes between the text's lines, and a
target at the right edge too. Every code goes to the front of its own text, every target to its end.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from .lines import Line

_CODE = r"(\d{1,2}(?:\.\d{1,2}){1,5}\.?|[-•–])"
_ALONE = re.compile(rf"{_CODE}(?: (\(.*\)|[\d.,]+ ?%?))?")
"""A code on a line of its own, or with the target at the right edge: both are centred on the text between them."""
_BEFORE = re.compile(rf"{_CODE} (?=\S)")
_LEAST = 3
"""Lines of a list: two codes, of which one may begin its text's line, and a text."""
_VALUE = 30
"""Characters: a target at the right edge is shorter."""
_APART = 200.0
"""Points from the codes to the targets, at least."""
_UNLABELLED = 8.0
"""Points that a line costs which is left to no code: less than a line's height, more than a text is off its code's centre."""
_FAR = 1e9


def pair_labels(lines: list[Line]) -> list[Line]:
    """The lines of one cell, in the order of its list; unchanged where the cell holds no such list."""
    if len(lines) < _LEAST:
        return lines
    alone = [line for line in lines if _ALONE.fullmatch(line.text)]
    if not alone or len(alone) == len(lines):
        return lines
    right = max((line.box[2] for line in alone if " " not in line.text), default=0.0)
    rest = [line for line in lines if line not in alone]
    own = [line for line in rest if (line.box[0] <= right or not right) and _BEFORE.match(line.text)]
    plain = [line for line in rest if line not in own]
    anchors = sorted([*alone, *own], key=_middle)
    if len(anchors) < 2 or any(line.box[0] < right - 1 for line in plain):
        return lines
    values = [line for line in plain if line.box[0] > right + _APART and len(line.text) < _VALUE]
    content = [line for line in rest if line not in values]
    if len(content) < len(anchors):
        return lines
    starts = _groups([_middle(line) for line in content], [_middle(line) for line in anchors])
    groups = [content[start:end] for start, end in pairwise(starts)]
    if any(anchor in own and anchor not in group for anchor, group in zip(anchors, groups, strict=True)):
        return lines
    ordered = content[: starts[0]]
    for anchor, group in zip(anchors, groups, strict=True):
        ordered += _labelled(anchor, group)
        ordered += [value for value in values if _nearest(value, anchors) is anchor]
    return ordered


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _nearest(line: Line, others: list[Line]) -> Line:
    return min(others, key=lambda other: abs(_middle(other) - _middle(line)))


def _labelled(anchor: Line, group: list[Line]) -> list[Line]:
    """The lines of a text with its code in front of the first and the target that stands on the code's line at the end."""
    alone = _ALONE.fullmatch(anchor.text)
    before = _BEFORE.match(anchor.text)
    code, value = (alone[1], alone[2]) if alone else (before[1] if before else "", None)
    texts = [line.text.removeprefix(f"{code} ") if line is anchor else line.text for line in group]
    texts[0] = f"{code} {texts[0]}"
    labelled = [line._replace(text=text) for line, text in zip(group, texts, strict=True)]
    return [*labelled, anchor._replace(text=value)] if value else labelled


def _groups(lines: list[float], anchors: list[float]) -> list[int]:
    """Starts of the groups of lines, one group an anchor in their order, and the end: the division whose groups are centred
    best on their anchors. Lines before the first start belong to none."""
    total = [0.0, *accumulate(lines)]
    count = len(lines)
    cost = [_UNLABELLED * k for k in range(count + 1)]
    back: list[list[int]] = []
    for anchor in anchors:
        best, came = [_FAR] * (count + 1), [0] * (count + 1)
        for end in range(1, count + 1):
            for start in range(end):
                value = cost[start] + abs((total[end] - total[start]) / (end - start) - anchor)
                if value < best[end]:
                    best[end], came[end] = value, start
        cost = best
        back.append(came)
    starts = [count]
    for came in reversed(back):
        starts.append(came[starts[-1]])
    return starts[::-1]
