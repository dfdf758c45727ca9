"""From the upright raster back to the page as shown."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

from ...model import Kotak


class Place(NamedTuple):
    """Where a raster lies: x, y: its corner on the page; width, height: its size as shown; all in points.

    turns: quarter turns counter-clockwise by which it was set upright; skew: degrees counter-clockwise by which it was levelled
    then, about its middle.
    """

    x: float
    y: float
    width: float
    height: float
    turns: int = 0
    skew: float = 0.0

    def with_skew(self, degrees: float) -> Place:
        """The place of the raster once it is levelled by so many degrees."""
        return self._replace(skew=degrees)

    def box(self, box: Sequence[float], points: float) -> Kotak:
        """A box of the upright raster (in units of `points`) on the page. It keeps its size and moves with its middle: turned
        back, neighbouring boxes would overlap."""
        x0, y0, x1, y1 = (float(value) * points for value in box)
        across, down = (self.height, self.width) if self.turns % 2 else (self.width, self.height)
        dx, dy = (x0 + x1) / 2 - across / 2, (y0 + y1) / 2 - down / 2
        angle = radians(self.skew)
        move_x, move_y = dx * cos(angle) - dy * sin(angle) - dx, dx * sin(angle) + dy * cos(angle) - dy
        x0, x1, y0, y1 = x0 + move_x, x1 + move_x, y0 + move_y, y1 + move_y
        if self.turns == 1:
            x0, y0, x1, y1 = self.width - y1, x0, self.width - y0, x1
        elif self.turns == 2:
            x0, y0, x1, y1 = self.width - x1, self.height - y1, self.width - x0, self.height - y0
        elif self.turns == 3:
            x0, y0, x1, y1 = y0, self.height - x1, y1, self.height - x0
        return (round(self.x + x0, 1), round(self.y + y0, 1), round(self.x + x1, 1), round(self.y + y1, 1))
