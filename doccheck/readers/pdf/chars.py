"""The visible characters of a page with their boxes as shown."""

from __future__ import annotations

from itertools import repeat
from typing import NamedTuple

import numpy as np

from . import ffi
from .geometry import Bools, Floats, Ints, View, transform
from .pale import inks, on_colour

SPACE, NO_BREAK_SPACE, HYPHEN = 32, 0xA0, 45
_HYPHEN_MARKERS = (2, 0xFFFE, 0xAD)
"""What pdfium writes for a hyphen at the end of a line, and the soft hyphen."""
_SAMPLE = 40
"""Every n-th character is asked for its angle, besides those whose successor does not stand to their right."""
_ABSURD = 1e6
"""Points: no page is as large."""
_COVERED = 0.15
"""Share of white or transparent letters at the place of others from which they are remains of an older text."""
_INVISIBLE = 3
"""Text rendering mode of hidden layers (OCR under a scan)."""


class Chars(NamedTuple):
    """Characters in the order of the file. code: Unicode (spaces kept); box: (n, 4) as shown, font height, not ink;
    quadrant: 0 reads to the right, 1 downwards, 2 upside down, 3 upwards; spaced: pdfium guesses a space before it;
    number: pdfium's number of the character; pale: it is white on white (words with effects are, too)."""

    code: Ints
    box: Floats
    quadrant: Ints
    spaced: Bools
    number: Ints
    pale: Bools

    def take(self, keep: Ints) -> Chars:
        code, box, quadrant = self.code[keep], self.box[keep], self.quadrant[keep]
        return Chars(code, box, quadrant, self.spaced[keep], self.number[keep], self.pale[keep])


def read_chars(text: int, view: View, hidden_text: bool, grounds: Floats | None = None) -> Chars:
    """Reads an open text page. Drops what pdfium made up (spaces, line breaks), what is invisible, and absurd boxes.

    hidden_text: some text of the page is drawn invisibly, so that every character must be asked. grounds: of a page on which some text
    is white or transparent, what is coloured (see pale).
    """
    count = ffi.text_count(text) if text else 0
    if count <= 0:
        none = np.zeros(0, np.int64)
        return Chars(none, np.zeros((0, 4)), none, none > 0, none, none > 0)
    code = _codes(text, count)
    box = _loose_boxes(text, count)
    for marker in _HYPHEN_MARKERS:
        code[code == marker] = HYPHEN
    code[code == NO_BREAK_SPACE] = SPACE
    blank = (code == SPACE).nonzero()[0]
    blank_box = box[blank]
    guessed = blank[(blank_box[:, 0] == blank_box[:, 2]) & (blank_box[:, 1] == blank_box[:, 3])]
    code[guessed] = 0
    spaced = np.zeros(count + 1, bool)
    spaced[guessed + 1] = True
    good = code >= SPACE
    if not (box.min() > -_ABSURD and box.max() < _ABSURD):  # also where one is not a number
        with np.errstate(invalid="ignore"):
            good &= (np.abs(box) < _ABSURD).all(1)
    index = good.nonzero()[0]
    pale = np.zeros(len(index), bool)
    if (hidden_text or grounds is not None) and len(index):
        seen, pale = _seen(text, index, box[index], grounds)
        index, pale = index[seen], pale[seen]
    box = box[index]
    quadrant = _quadrants(text, index, box, view.turns)
    return Chars(code[index], transform(box, view.matrix), quadrant, spaced[index], index, pale)


def _codes(text: int, count: int) -> Ints:
    """Unicode per character. One call where the text has a unit a character, else (emoji and the like) a call for each."""
    buffer = np.zeros(count + 1, np.uint16)
    if ffi.text_get(text, 0, count, buffer.ctypes.data) == count + 1:
        return buffer[:count].astype(np.int64)
    return np.fromiter(map(ffi.char_unicode, repeat(text, count), range(count)), np.int64, count)


def _loose_boxes(text: int, count: int) -> Floats:
    """Boxes (n, 4) in user space as left, top, right, bottom; the spaces that pdfium makes up have no extent."""
    return ffi.table(ffi.char_loose_box, np.float32, 4, [ffi.pointer(text)] * count, range(count), together=True).astype(float)


def _seen(text: int, index: Ints, box: Floats, grounds: Floats | None) -> tuple[Bools, Bools]:
    """Per character, whether it is drawn and not the remains of an older text below others, and whether it is white on white. box: boxes
    (n, 4) in user space."""
    owners = list(map(ffi.char_object, repeat(ffi.pointer(text)), index.tolist()))
    known = [owner for owner in dict.fromkeys(owners) if owner]
    handles = list(map(ffi.pointer, known))
    modes = list(map(ffi.render_mode, handles))
    place = {owner: k for k, owner in enumerate(known)}
    objects = np.fromiter((place.get(owner, -1) for owner in owners), np.int64, len(owners))
    drawn = np.array([*(mode != _INVISIBLE for mode in modes), True])[objects]
    if grounds is None or not known:
        return drawn, np.zeros(len(index), bool)
    white, clear = (np.append(ink, False)[objects] for ink in inks(handles, modes))
    white[white] = ~on_colour(box[white], grounds)
    faint = ((white | clear) & drawn).nonzero()[0]
    under = on_colour(box[faint], box[drawn & ~white & ~clear])
    covered = np.bincount(objects[faint], under, len(known)) > _COVERED * np.bincount(objects[faint], minlength=len(known))
    drawn[faint] &= ~covered[objects[faint]]
    return drawn, white


def _quadrants(text: int, index: Ints, box: Floats, turns: int) -> Ints:
    """Per character, its quadrant as shown. box: boxes (n, 4) in user space. Angles are dear to ask, so all are asked only where some
    character is turned: its successor in the file does not stand to its right, nor at the start of another line."""
    back = ((box[1:, 0] <= box[:-1, 0]) & (np.diff(index) == 1)).nonzero()[0] + 1
    sample = np.concatenate([index[::_SAMPLE], index[back]]).tolist()
    handle = ffi.pointer(text)
    turned = np.fromiter(map(ffi.char_angle, repeat(handle), sample), np.float64, len(sample))
    if not (np.abs(turned) > 0.3).any():
        return np.full(len(index), turns, np.int64)
    angles = np.fromiter(map(ffi.char_angle, repeat(handle), index.tolist()), np.float64, len(index))
    return (np.rint(np.nan_to_num(angles) / (np.pi / 2)).astype(np.int64) + turns) % 4
