"""From the PDF's user space to the page as shown: points, origin at the top left, page rotation applied."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import ffi

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Matrix = tuple[float, float, float, float, float, float]
"""PDF matrix (a, b, c, d, e, f): x' = a*x + c*y + e, y' = b*x + d*y + f."""


_BOX = (ctypes.c_float * 4)()
_AT_BOX = ffi.pointer(ctypes.addressof(_BOX))
"""Room for pdfium's answer, made once."""


class View(NamedTuple):
    """A page as shown: size in points, quarter turns clockwise, and the matrix that leads there from user space."""

    width: float
    height: float
    turns: int
    matrix: Matrix


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def transform(boxes: Floats, matrix: Matrix) -> Floats:
    """Boxes (n, 4) as (x0, y0, x1, y1) after the matrix, corners put in order."""
    if not len(boxes):
        return boxes
    a, b, c, d, e, f = matrix
    if b == c == 0 or a == d == 0:  # nearly always, and much cheaper than four corners
        x, y = (boxes[:, ::2], boxes[:, 1::2]) if b == c == 0 else (boxes[:, 1::2], boxes[:, ::2])
        nx, ny = (a or c) * x + e, (d or b) * y + f
        shown = np.empty((len(boxes), 4))
        np.minimum(nx[:, 0], nx[:, 1], out=shown[:, 0])
        np.minimum(ny[:, 0], ny[:, 1], out=shown[:, 1])
        np.maximum(nx[:, 0], nx[:, 1], out=shown[:, 2])
        np.maximum(ny[:, 0], ny[:, 1], out=shown[:, 3])
        return shown
    x, y = boxes[:, [0, 2, 0, 2]], boxes[:, [1, 1, 3, 3]]
    nx, ny = a * x + c * y + e, b * x + d * y + f
    return np.stack([nx.min(1), ny.min(1), nx.max(1), ny.max(1)], 1)


def page_view(page: int) -> View:
    """The view of an open page; a page box that is empty or absurd becomes A4."""
    _BOX[:] = [0.0, 0.0, 0.0, 0.0]
    ffi.page_box(ffi.pointer(page), _AT_BOX)
    left, top, right, bottom = _BOX
    if not (1 <= right - left <= 1e5 and 1 <= top - bottom <= 1e5):
        left, top, right, bottom = 0.0, 842.0, 595.0, 0.0
    turns = ffi.page_rotation(page) % 4
    width, height = right - left, top - bottom
    if turns == 0:
        return View(width, height, 0, (1, 0, 0, -1, -left, top))
    if turns == 1:
        return View(height, width, 1, (0, 1, 1, 0, -bottom, -left))
    if turns == 2:
        return View(width, height, 2, (-1, 0, 0, 1, right, -bottom))
    return View(height, width, 3, (0, -1, -1, 0, top, right))
