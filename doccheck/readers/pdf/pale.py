"""Text that nobody sees: white or nearly white letters on white ground, and letters without any opacity.

Word processors leave such text behind where a table was pasted over another or a form was filled in. White letters are common, too, on
coloured headings, in coloured boxes and on pictures; those are seen. Words with effects are drawn as white or transparent text with
outlines beside it: what stands alone is dropped only where it is white and inside a table.
"""

from __future__ import annotations

from itertools import compress

import numpy as np

from . import ffi
from .geometry import Bools, Floats, transform
from .rulings import FILL_AND_STROKE, Painted, bounds

_WHITE, _CLEAR = 240, 10
"""Red, green and blue from which ink is white, or no eye tells it from the paper (a contrast of 1.14 : 1); opacity up to
which it is none (both of 255)."""


def coloured_grounds(painted: Painted, images: Floats) -> Floats | None:
    """The boxes (n, 4) of all that is coloured on a page, where some of its text is not seen; None on nearly all pages, whose text is.
    images: the boxes of its pictures. All boxes are in user space."""
    clear = False
    pale: list[Floats] = []
    for handles, modes, outer in painted.texts:
        white, none = inks(handles, modes)
        clear = clear or bool(none.any())
        if white.any():
            pale.append(transform(bounds(list(compress(handles, white.tolist()))), outer))
    if not clear and not pale:
        return None
    grounds = np.concatenate([images, *painted.shadings, *_shapes(painted)])
    return grounds if clear or not on_colour(np.concatenate(pale), grounds).all() else None


def inks(handles: list[ffi.Pointer], modes: list[int]) -> tuple[Bools, Bools]:
    """Per text object, whether it is white and whether it is transparent; outlines have a colour of their own."""
    rgba = ffi.table(ffi.fill_color, np.uint32, 4, handles)
    filled = np.array(modes) != FILL_AND_STROKE
    none: Bools = (rgba[:, 3] < _CLEAR) & filled
    white: Bools = (rgba[:, :3] >= _WHITE).all(1) & ~none & filled
    return white, none


def on_colour(box: Floats, grounds: Floats) -> Bools:
    """Per box (n, 4), whether its centre lies in one of the grounds."""
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    left, right = np.minimum(grounds[:, 0], grounds[:, 2]), np.maximum(grounds[:, 0], grounds[:, 2])
    low, high = np.minimum(grounds[:, 1], grounds[:, 3]), np.maximum(grounds[:, 1], grounds[:, 3])
    inside = (left <= x[:, None]) & (x[:, None] <= right) & (low <= y[:, None]) & (y[:, None] <= high)
    found: Bools = np.asarray(inside.any(axis=1))
    return found


def _shapes(painted: Painted) -> list[Floats]:
    """The boxes of the filled shapes that are not white; patterns have no colour, and count."""
    grounds = []
    for paths, boxes in painted.shapes:
        filled = ffi.table(ffi.draw_mode, np.int32, 2, paths)[:, 0] != 0
        rgba = ffi.table(ffi.fill_color, np.uint32, 4, paths)
        grounds.append(boxes[filled & ~(rgba[:, :3] >= _WHITE).all(1)])
    return grounds
