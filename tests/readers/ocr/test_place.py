"""Back from the upright raster to the page as shown."""

from __future__ import annotations

import numpy as np
import pytest

from doccheck.readers.ocr.place import Place


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_quarter_turns(turns: int) -> None:
    page = np.zeros((60, 100), np.uint8)
    page[10:14, 70:90] = 1
    upright = np.rot90(page, turns)
    rows, columns = np.flatnonzero(upright.any(1)), np.flatnonzero(upright.any(0))
    box = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    assert Place(5, 7, 100, 60, turns).box(box, 1.0) == (75.0, 17.0, 95.0, 21.0)


def test_skew_moves_boxes_and_keeps_their_size() -> None:
    place = Place(0, 0, 1000, 1000).with_skew(1.0)
    x0, y0, x1, y1 = place.box((900, 490, 1000, 510), 1.0)
    assert (round(x1 - x0), round(y1 - y0)) == (100, 20)
    assert y0 == pytest.approx(490 + 450 * np.sin(np.radians(1.0)), abs=0.1)
    assert place.box((490, 490, 510, 510), 1.0) == (490.0, 490.0, 510.0, 510.0)
