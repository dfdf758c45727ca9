"""Words of a raster, by tesseract: the program is called, no library of it is linked."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from functools import cache
from typing import NamedTuple

from ...proses.nyawa import ikut_mati
from .lines import Gray

WORDS = ("ind", "eng")
"""Models to read text with, the best first: the Indonesian one knows the words."""
FIGURES = ("eng", "ind")
"""Models to read figures with: the Indonesian one does not know the percent sign (it reads "69%" as "69Yo")."""
_COLUMNS = 12
_WORD_LEVEL = "5"


class Word(NamedTuple):
    """A word with its box in pixels and the engine's confidence 0..1; `line` is equal for the words of one line of one block."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float
    line: tuple[int, int, int]


class OcrTimeoutError(Exception):
    """The engine did not finish in time."""


def seconds_left(deadline: float) -> float:
    """Seconds until a time of time.monotonic; raises OcrTimeoutError where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise OcrTimeoutError
    return left


@cache
def installed() -> frozenset[str]:
    """The models of tesseract that are there; none where the program is missing or does not start."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((listed.stdout + listed.stderr).decode("utf-8", "replace").split()) & {*WORDS, *FIGURES}


def recognise(gray: Gray, dpi: float, mode: int, seconds: float, whitelist: str = "") -> list[Word]:
    """The words of a raster in the engine's order; with a whitelist, figures of these characters.

    mode: tesseract's page segmentation (6 one block of lines, 7 one line, 11 scattered text). Raises OcrTimeoutError after `seconds`;
    an engine that fails on a raster has read nothing.
    """
    name = next((name for name in (FIGURES if whitelist else WORDS) if name in installed()), None)
    if name is None or min(gray.shape) < 3:
        return []
    command = ["tesseract", "stdin", "stdout", "-l", name, "--psm", str(mode), "--dpi", str(round(dpi))]
    if whitelist:
        command += ["-c", f"tessedit_char_whitelist={whitelist}"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            [*command, "tsv"], input=_pgm(gray), capture_output=True, timeout=seconds, check=False, env=environment, preexec_fn=ikut_mati()
        )
    except subprocess.TimeoutExpired as error:
        raise OcrTimeoutError(seconds) from error
    return _parse(done.stdout.decode("utf-8", "replace"))


def _pgm(gray: Gray) -> bytes:
    height, width = gray.shape
    return f"P5 {width} {height} 255\n".encode() + gray.tobytes()


def _parse(table: str) -> list[Word]:
    words = []
    for row in table.splitlines():
        fields = row.split("\t", _COLUMNS - 1)
        if len(fields) != _COLUMNS or fields[0] != _WORD_LEVEL:
            continue
        text, confidence = fields[11].strip(), float(fields[10])
        if text and confidence >= 0:
            x, y, width, height = (int(value) for value in fields[6:10])
            place = int(fields[2]), int(fields[3]), int(fields[4])
            words.append(Word(text, x, y, x + width, y + height, confidence / 100, place))
    return words
