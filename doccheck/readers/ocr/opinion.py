"""A further opinion on doubtful figures from rapidocr, where it is installed (extra "rapidocr"; its models are in its wheel).

Measured on a Renstra whose tables are pictures: of 318 doubtful figures it confirms 288, and money is right in 0.957 instead of 0.909.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from .numbers import DOUBTFUL, is_well_formed
from .sheet import Crop
from .text import Line

CONFIRMED = 0.9
"""Confidence of a figure that both engines read alike."""
_SURE = 0.9
"""Score from which rapidocr's own reading is taken."""
_MARGIN = 6
"""White pixels around a figure, without which its recogniser drops the first and last."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def installed() -> bool:
    """Whether rapidocr can be asked."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def second_opinion(lines: dict[int, list[Line]], figures: Iterable[int], pictures: Mapping[int, Crop]) -> dict[int, list[Line]]:
    """The lines, doubtful figures confirmed or replaced by what rapidocr reads; unchanged where it is not installed. Years are only
    confirmed: headings tell them better."""
    if not installed():
        return lines
    found = dict(lines)
    for number in figures:
        if not found.get(number) or number not in pictures or found[number][0].confidence > DOUBTFUL:
            continue
        line = found[number][0]
        text, score = _read(pictures[number])
        if text == line.text:
            found[number] = [line.sure(max(line.confidence, CONFIRMED))]
        elif score > _SURE and is_well_formed(text) and not _YEAR.fullmatch(line.text):
            found[number] = [line._replace(text=text)]
    return found


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # slow to load

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1})


def _read(crop: Crop) -> tuple[str, float]:
    """What stands in a cell, without blanks, and how sure rapidocr is of it."""
    padded = np.pad(crop.raster, _MARGIN, constant_values=255)
    result = _engine()(np.stack([padded] * 3, axis=-1), use_det=False, use_cls=False, use_rec=True)
    if not result.txts:
        return "", 0.0
    return str(result.txts[0]).replace(" ", ""), float(result.scores[0])
