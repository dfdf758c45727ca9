"""The ruling lines of a page: stroked lines and frames, thin filled rectangles, and no shading.

Real documents draw rules in three ways: as strokes, as filled rectangles a point thick, and as compound paths of many thin
rectangles. Cells are often shaded by thick filled rectangles, one per text line; those give no edges, or every text line
would become a row.
"""

from __future__ import annotations

import ctypes
from itertools import compress, repeat
from typing import NamedTuple

import numpy as np

from . import ffi
from .geometry import Bools, Floats, Ints, Matrix, View, multiply, transform

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

_RECTANGLE = 5
"""Segments of a rectangle, closed or with its last side drawn."""
FILL_AND_STROKE, _INVISIBLE, _NO_TEXT, _NO_PATH = 2, 3, -1, -1
"""Text rendering modes: of faces emboldened by a word processor, of hidden layers (OCR under a scan), and what pdfium answers for an
object that is no text; what it answers to the number of segments of an object that is no path."""

Box = tuple[float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_POINT, _MATRIX = (ctypes.c_float * 2)(), (ctypes.c_float * 6)()
_X, _Y = (ffi.pointer(ctypes.addressof(_POINT) + k) for k in (0, 4))
"""Room for pdfium's answers, made once."""


class Painted(NamedTuple):
    """What tells text that is seen from text that is not: per group of objects, the texts' handles, their rendering modes and the matrix
    around them; the handles of thick shapes with their boxes in user space; the boxes of gradients."""

    texts: list[tuple[list[ffi.Pointer], list[int], Matrix]]
    shapes: list[tuple[list[ffi.Pointer], Floats]]
    shadings: list[Floats]


class Objects(NamedTuple):
    """What was drawn on a page, as boxes (n, 4) in user space.

    edges: thin, so rules · shades: filled rectangles in the order of drawing · images; both with their handles (`filled`, `pictures`),
    which hold while the page is open · hidden_text: whether a text object is drawn invisibly · stroked_text: or with
    its outlines stroked.
    """

    edges: Floats
    shades: Floats
    filled: list[ffi.Pointer]
    images: Floats
    pictures: list[ffi.Pointer]
    hidden_text: bool
    stroked_text: bool
    painted: Painted


class Edges(NamedTuple):
    """Straight edges as shown: `horizontal` rows (y, x0, x1), `vertical` rows (x, y0, y1)."""

    horizontal: Floats
    vertical: Floats


_NO_EDGES = Edges(np.zeros((0, 3)), np.zeros((0, 3)))


class _Shapes(NamedTuple):
    """Objects of one kind in the order of drawing: parts of their boxes (n, 4), and their handles."""

    boxes: list[Floats]
    handles: list[ffi.Pointer]

    def add(self, boxes: Floats, handles: list[ffi.Pointer]) -> None:
        self.boxes.append(boxes)
        self.handles.extend(handles)

    def joined(self) -> Floats:
        return np.concatenate([np.zeros((0, 4)), *self.boxes])


class _Walker:
    """Collects the drawn objects of one page."""

    def __init__(self) -> None:
        self.boxes: list[Floats] = []
        self.segments: list[Box] = []
        self.strips = _Shapes([], [])
        self.shades = _Shapes([], [])
        self.images = _Shapes([], [])
        self.modes: set[int] = set()
        self.painted = Painted([], [], [])

    def walk(self, handles: list[ffi.Pointer], outer: Matrix, depth: int = 0) -> None:
        modes = list(map(ffi.render_mode, handles))  # tells texts from the rest in the same call
        self.modes.update(modes)
        others = modes.count(_NO_TEXT)
        if texts := list(compress(handles, map(_NO_TEXT.__ne__, modes))) if others else handles:
            self.painted.texts.append((texts, list(filter(_NO_TEXT.__ne__, modes)), outer))
        if not others:
            return
        handles = list(compress(handles, map(_NO_TEXT.__eq__, modes)))
        counts = list(map(ffi.segment_count, handles))  # tells paths from the rest in the same call
        rest: list[ffi.Pointer] = []
        if _NO_PATH in counts:
            rest = list(compress(handles, map(_NO_PATH.__eq__, counts)))
            handles, counts = list(compress(handles, map(_NO_PATH.__ne__, counts))), list(filter(_NO_PATH.__ne__, counts))
        if handles:
            self._paths(handles, counts, outer)
        self._others(rest, outer, depth)

    def _others(self, handles: list[ffi.Pointer], outer: Matrix, depth: int) -> None:
        """What is neither text nor path: pictures, and forms with objects of their own."""
        if not handles:
            return
        types = list(map(ffi.object_type, handles))
        if ffi.OBJECT_IMAGE in types:
            images = list(compress(handles, map(ffi.OBJECT_IMAGE.__eq__, types)))
            self.images.add(transform(bounds(images), outer), images)
        if ffi.OBJECT_SHADING in types:
            self.painted.shadings.append(transform(bounds(list(compress(handles, map(ffi.OBJECT_SHADING.__eq__, types)))), outer))
        if depth >= MAX_DEPTH or ffi.OBJECT_FORM not in types:
            return
        for handle, kind in zip(handles, types, strict=True):
            if kind == ffi.OBJECT_FORM:
                count = ffi.form_count(handle)
                if count > 0:
                    inner = multiply(self._object_matrix(handle), outer)
                    found = map(ffi.form_object, repeat(handle, count), range(count))
                    self.walk(list(map(ffi.pointer, found)), inner, depth + 1)

    def _paths(self, paths: list[ffi.Pointer], counts: list[int], outer: Matrix) -> None:
        """Rules and shades among paths, whose numbers of segments are `counts`."""
        boxes = transform(bounds(paths), outer)
        thickness = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
        thin = thickness < THIN
        self.boxes.append(boxes[thin])
        if thin.all():
            return
        self.painted.shapes.append((list(compress(paths, (~thin).tolist())), boxes[~thin]))
        segments = np.array(counts)
        thick = (~thin & (segments >= 2) & (segments <= MAX_SEGMENTS)).nonzero()[0]
        paths = [paths[k] for k in thick.tolist()]
        stroked, segments = _stroked(paths), segments[thick]
        plain = ~stroked & (segments <= _RECTANGLE)
        for k in (~plain).nonzero()[0].tolist():
            take = self._strokes if stroked[k] else self._thin_parts
            take(paths[k], int(segments[k]), multiply(self._object_matrix(paths[k]), outer))
        boxes, thickness = boxes[thick[plain]], thickness[thick[plain]]
        if not len(boxes):
            return
        filled, shade = list(compress(paths, plain.tolist())), thickness >= THICK_RULE
        self.shades.add(boxes[shade], list(compress(filled, shade.tolist())))
        self.strips.add(boxes[~shade], list(compress(filled, (~shade).tolist())))

    def _strokes(self, path: ffi.Pointer, count: int, matrix: Matrix) -> None:
        """Every straight piece of a stroked path that runs along an axis."""
        a, b, c, d, e, f = matrix
        point, at_x, at_y = _POINT, _X, _Y
        px = py = sx = sy = 0.0
        for k in range(count):
            segment = ffi.pointer(ffi.get_segment(path, k))
            ffi.segment_point(segment, at_x, at_y)
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

    def _thin_parts(self, path: ffi.Pointer, count: int, matrix: Matrix) -> None:
        """A filled compound path: every sub-path that is itself thin is a rule."""
        a, b, c, d, e, f = matrix
        point, at_x, at_y = _POINT, _X, _Y
        xs: list[float] = []
        ys: list[float] = []
        for k in range(count + 1):
            segment = ffi.pointer(ffi.get_segment(path, k)) if k < count else None
            if not segment or ffi.segment_type(segment) == ffi.SEGMENT_MOVE:
                if len(xs) > 1 and min(max(xs) - min(xs), max(ys) - min(ys)) < THIN:
                    self.segments.append((min(xs), min(ys), max(xs), max(ys)))
                xs, ys = [], []
            if segment:
                ffi.segment_point(segment, at_x, at_y)
                x, y = point
                xs.append(a * x + c * y + e)
                ys.append(b * x + d * y + f)

    def rules(self) -> Floats:
        """All rules found, as boxes in user space."""
        found = [*self.boxes, np.array(self.segments, float).reshape(-1, 4)]
        if self.strips.handles:
            found.append(self.strips.joined()[~np.isin(fill_colours(self.strips.handles), fill_colours(self.shades.handles))])
        return np.concatenate(found)

    def _object_matrix(self, handle: ffi.Pointer) -> Matrix:
        if not ffi.object_matrix(handle, ctypes.addressof(_MATRIX)):
            return _IDENTITY
        a, b, c, d, e, f = _MATRIX
        return a, b, c, d, e, f


def bounds(handles: list[ffi.Pointer]) -> Floats:
    """Boxes (n, 4) of objects in their own space."""
    return ffi.table(ffi.object_bounds, np.float32, 4, handles).astype(float)


def _stroked(paths: list[ffi.Pointer]) -> Bools:
    """Per path, whether its outline is drawn."""
    stroked: Bools = ffi.table(ffi.draw_mode, np.int32, 2, paths)[:, 1].astype(bool)
    return stroked


def fill_colours(paths: list[ffi.Pointer]) -> Ints:
    """Fill colours of objects: red, green, blue and alpha, a byte each."""
    red, green, blue, alpha = ffi.table(ffi.fill_color, np.uint32, 4, paths).astype(np.int64).T
    colours: Ints = red << 24 | green << 16 | blue << 8 | alpha
    return colours


def page_objects(page: int) -> Objects:
    """Everything drawn on an open page that matters for tables, in user space."""
    walker = _Walker()
    count = ffi.count_objects(page)
    if count > 0:
        found = map(ffi.get_object, repeat(ffi.pointer(page), count), range(count))
        walker.walk(list(map(ffi.pointer, found)), _IDENTITY)
    return Objects(
        edges=walker.rules(),
        shades=walker.shades.joined(),
        filled=walker.shades.handles,
        images=walker.images.joined(),
        pictures=walker.images.handles,
        hidden_text=_INVISIBLE in walker.modes,
        stroked_text=FILL_AND_STROKE in walker.modes,
        painted=walker.painted,
    )


def page_edges(objects: Objects, view: View) -> Edges:
    """The edges as shown, those outside the page or without extent left out."""
    boxes = objects.edges
    if not len(boxes):
        return _NO_EDGES
    if not np.isfinite(boxes).all():
        boxes = boxes[np.isfinite(boxes).all(1)]
    boxes = transform(boxes, view.matrix)
    inside = (boxes[:, 2] > -5) & (boxes[:, 3] > -5) & (boxes[:, 0] < view.width + 5) & (boxes[:, 1] < view.height + 5)
    if not inside.all():
        boxes = boxes[inside]
    if len(boxes) > MAX_EDGES:
        boxes = boxes[:0]
    x0, y0, x1, y1 = boxes.T
    width, height = x1 - x0, y1 - y0
    flat = (width >= height) & (width >= 1)
    upright = (width < height) & (height >= 1)
    return Edges(np.array([(y0 + y1) / 2, x0, x1])[:, flat].T, np.array([(x0 + x1) / 2, y0, y1])[:, upright].T)
