"""The ruling lines of a page: stroked lines and frames, thin filled rectangles, and no shading.

Real documents draw rules in three ways: as strokes, as filled rectangles a point thick, and as compound paths of many thin
rectangles. Cells are often shaded by thick filled rectangles, one per text line; those give no edges, or every text line
would become a row.
"""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import NamedTuple

import numpy as np

from . import ffi
from .geometry import Floats, Ints, Matrix, View, multiply, transform

THIN = 2.2
"""Points: a shape thinner than this is a rule, however it is painted."""
THICK_RULE = 3.6
"""Points: up to here a filled shape is a rule, unless shading on the page has its colour (then it is a strip of shading)."""
MAX_SEGMENTS = 4000
"""Paths with more segments are maps and logos, never rules."""
MAX_DEPTH = 6
"""Nesting of form XObjects that is followed; real files need 3, and cycles must end."""
MAX_EDGES = 20000
"""Edges of one page beyond which it is a drawing, not a table."""

Box = tuple[float, float, float, float]
Colour = int
"""Red, green, blue and alpha, a byte each."""
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Objects(NamedTuple):
    """What was drawn on a page, as boxes (n, 4) in user space.

    edges: thin, so rules · shades: filled rectangles in the order of drawing, with their `colours` · images ·
    hidden_text: whether a text object is drawn invisibly.
    """

    edges: Floats
    shades: Floats
    colours: Ints
    images: Floats
    hidden_text: bool


class Edges(NamedTuple):
    """Straight edges as shown: `horizontal` rows (y, x0, x1), `vertical` rows (x, y0, y1)."""

    horizontal: Floats
    vertical: Floats


class _Walker:
    """Collects the drawn objects of one page; the C buffers are made once."""

    def __init__(self) -> None:
        self.boxes: list[Floats] = []
        self.segments: list[Box] = []
        self.strips: list[tuple[Box, Colour]] = []
        self.shades: list[tuple[Box, Colour]] = []
        self.images: list[Floats] = []
        self.hidden_text = False
        self._point = (ctypes.c_float * 2)()
        self._mode = (ctypes.c_int * 2)()
        self._rgba = (ctypes.c_uint * 4)()
        self._matrix = (ctypes.c_float * 6)()

    def walk(self, handles: list[int], outer: Matrix, depth: int = 0) -> None:
        types = list(map(ffi.object_type, handles))
        paths = [handle for handle, kind in zip(handles, types, strict=True) if kind == ffi.OBJECT_PATH]
        if paths:
            self._paths(paths, outer)
        images = [handle for handle, kind in zip(handles, types, strict=True) if kind == ffi.OBJECT_IMAGE]
        if images:
            self.images.append(transform(_bounds(images), outer))
        if not self.hidden_text:
            texts = [handle for handle, kind in zip(handles, types, strict=True) if kind == ffi.OBJECT_TEXT]
            self.hidden_text = 3 in map(ffi.render_mode, texts)
        if depth >= MAX_DEPTH:
            return
        for handle, kind in zip(handles, types, strict=True):
            if kind == ffi.OBJECT_FORM:
                count = ffi.form_count(handle)
                if count > 0:
                    inner = multiply(self._object_matrix(handle), outer)
                    self.walk(list(map(ffi.form_object, repeat(handle, count), range(count))), inner, depth + 1)

    def _paths(self, paths: list[int], outer: Matrix) -> None:
        boxes = transform(_bounds(paths), outer)
        thickness = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
        thin = thickness < THIN
        self.boxes.append(boxes[thin])
        fill, stroke = self._mode, ctypes.addressof(self._mode) + 4
        for k in np.flatnonzero(~thin).tolist():
            path = paths[k]
            ffi.draw_mode(path, ctypes.addressof(fill), stroke)
            count = ffi.segment_count(path)
            if not 2 <= count <= MAX_SEGMENTS:
                continue
            if self._mode[1]:
                self._strokes(path, count, multiply(self._object_matrix(path), outer))
            elif count <= 5:
                x0, y0, x1, y1 = boxes[k].tolist()
                shapes = self.strips if thickness[k] < THICK_RULE else self.shades
                shapes.append(((x0, y0, x1, y1), self._colour(path)))
            else:
                self._thin_parts(path, count, multiply(self._object_matrix(path), outer))

    def _strokes(self, path: int, count: int, matrix: Matrix) -> None:
        """Every straight piece of a stroked path that runs along an axis."""
        a, b, c, d, e, f = matrix
        address, point = ctypes.addressof(self._point), self._point
        px = py = sx = sy = 0.0
        for k in range(count):
            segment = ffi.get_segment(path, k)
            ffi.segment_point(segment, address, address + 4)
            kind = ffi.segment_type(segment)
            x, y = point
            x, y = a * x + c * y + e, b * x + d * y + f
            if kind == ffi.SEGMENT_MOVE:
                sx, sy = x, y
            elif kind == ffi.SEGMENT_LINE and (abs(x - px) < 0.5 or abs(y - py) < 0.5):
                self.segments.append((min(px, x), min(py, y), max(px, x), max(py, y)))
            px, py = x, y
            if ffi.segment_close(segment):
                if abs(sx - px) < 0.5 or abs(sy - py) < 0.5:
                    self.segments.append((min(px, sx), min(py, sy), max(px, sx), max(py, sy)))
                px, py = sx, sy

    def _thin_parts(self, path: int, count: int, matrix: Matrix) -> None:
        """A filled compound path: every sub-path that is itself thin is a rule."""
        a, b, c, d, e, f = matrix
        address, point = ctypes.addressof(self._point), self._point
        xs: list[float] = []
        ys: list[float] = []
        for k in range(count + 1):
            segment = ffi.get_segment(path, k) if k < count else 0
            if not segment or ffi.segment_type(segment) == ffi.SEGMENT_MOVE:
                if len(xs) > 1 and min(max(xs) - min(xs), max(ys) - min(ys)) < THIN:
                    self.segments.append((min(xs), min(ys), max(xs), max(ys)))
                xs, ys = [], []
            if segment:
                ffi.segment_point(segment, address, address + 4)
                x, y = point
                xs.append(a * x + c * y + e)
                ys.append(b * x + d * y + f)

    def _colour(self, path: int) -> Colour:
        address = ctypes.addressof(self._rgba)
        ffi.fill_color(path, address, address + 4, address + 8, address + 12)
        red, green, blue, alpha = self._rgba
        return red << 24 | green << 16 | blue << 8 | alpha

    def rules(self) -> Floats:
        """All rules found, as boxes in user space."""
        shading = {colour for _, colour in self.shades}
        thick = [box for box, colour in self.strips if colour not in shading]
        return np.concatenate([*self.boxes, np.array(self.segments + thick, float).reshape(-1, 4)])

    def _object_matrix(self, handle: int) -> Matrix:
        if not ffi.object_matrix(handle, ctypes.addressof(self._matrix)):
            return _IDENTITY
        a, b, c, d, e, f = self._matrix
        return a, b, c, d, e, f


def _bounds(handles: list[int]) -> Floats:
    """Boxes (n, 4) of objects in their own space."""
    count = len(handles)
    buffer = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(buffer)
    columns = [range(start + k, start + k + 16 * count, 16) for k in (0, 4, 8, 12)]
    list(map(ffi.object_bounds, handles, *columns))
    return np.ctypeslib.as_array(buffer).reshape(count, 4).astype(float)


def page_objects(page: int) -> Objects:
    """Everything drawn on an open page that matters for tables, in user space."""
    walker = _Walker()
    count = ffi.count_objects(page)
    if count > 0:
        walker.walk(list(map(ffi.get_object, repeat(page, count), range(count))), _IDENTITY)
    return Objects(
        edges=walker.rules(),
        shades=np.array([box for box, _ in walker.shades], float).reshape(-1, 4),
        colours=np.array([colour for _, colour in walker.shades], np.int64),
        images=np.concatenate([np.zeros((0, 4)), *walker.images]),
        hidden_text=walker.hidden_text,
    )


def page_edges(objects: Objects, view: View) -> Edges:
    """The edges as shown, those outside the page or without extent left out."""
    boxes = objects.edges[np.isfinite(objects.edges).all(1)]
    boxes = transform(boxes, view.matrix)
    inside = (boxes[:, 2] > -5) & (boxes[:, 3] > -5) & (boxes[:, 0] < view.width + 5) & (boxes[:, 1] < view.height + 5)
    boxes = boxes[inside]
    if len(boxes) > MAX_EDGES:
        boxes = boxes[:0]
    x0, y0, x1, y1 = boxes.T
    width, height = x1 - x0, y1 - y0
    flat = (width >= height) & (width >= 1)
    upright = (width < height) & (height >= 1)
    return Edges(
        np.stack([(y0 + y1)[flat] / 2, x0[flat], x1[flat]], 1),
        np.stack([(x0 + x1)[upright] / 2, y0[upright], y1[upright]], 1),
    )
