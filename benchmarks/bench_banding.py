"""How fast texts are compared and classified, how long loading takes, and what each part of the comparison brings on labelled pairs.

usage: python benchmarks/bench_banding.py [PAIRS.csv ...]   (columns kind, a, b, label; without files the pairs of tests/match)
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import yaml

from doccheck.classify import orientation
from doccheck.match import banding, beda, frasa, kata, leksikon, makna, normal, selaras

PARTS = {
    "measure slots": ("ukuran", "perubahan", "predikat_perubahan", "hiasan"),
    "directions": ("arah",),
    "contrasts": ("kontras", "kontras_status"),
    "narrowing words": ("pembatas", "syarat", "tindakan", "predikat", "lingkup_bidang"),
    "near words": ("dekat",),
    "equal words": ("setara", "frasa"),
    "weights": ("frekuensi_akar",),
    "generic words": ("umum", "sedang"),
    "official names": ("program_baku",),
}
"""Parts of the lexicon that are emptied one at a time. Without measure slots "Persentase" and "Jumlah" are words like any other."""
WORDS = {"acronyms": ("akronim", "utuh"), "spelling": ("ejaan", "pola", "istilah")}
"""The same for the word lists below it."""
Pair = tuple[str, str, str, str]


def pairs() -> list[Pair]:
    """(kind, label, a, b) of all labelled pairs."""
    if sys.argv[1:]:
        rows = [row for path in sys.argv[1:] for row in csv.DictReader(Path(path).read_text(encoding="utf-8").splitlines())]
        return [(row["kind"], row["label"], row["a"], row["b"]) for row in rows]
    files = sorted((Path(__file__).parent.parent / "tests" / "match").glob("pasangan_*.yaml"))
    loaded = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return [(kind, label, *row[:2]) for one in loaded for kind, found in one.items() for label, rows in found.items() for row in rows]


def right(rows: list[Pair], without: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> float:
    """Share of pairs judged right (same or not) with parts of the lexicon emptied."""
    lists = _emptied(leksikon.leksikon(), words)
    for module in (kata, normal, frasa):
        module.leksikon = lambda: lists  # type: ignore[attr-defined]
    for cached in (kata.akar, kata.dikenal, kata.eja, normal.normalise, frasa._weight, frasa.parse_phrase, banding._compare):
        cached.cache_clear()
    sense = _emptied(makna.makna(), without)
    for other in (normal, frasa, beda, selaras, banding):
        other.makna = lambda: sense  # type: ignore[attr-defined]
    return sum((banding.compare(a, b, kind).verdict == "different") == (label == "different") for kind, label, a, b in rows) / len(rows)  # type: ignore[arg-type]


def _emptied(part: Any, names: tuple[str, ...]) -> Any:
    return msgspec.structs.replace(part, **{name: type(getattr(part, name))() for name in names})


def loading() -> float:
    """CPU seconds of a new process for its first orientation: spaCy, the cues and the word lists."""
    run = [sys.executable, "-c", _FIRST]
    return min(float(subprocess.run(run, capture_output=True, check=True, text=True).stdout) for _run in range(3))


_FIRST = """
import time
begin = time.process_time()
from doccheck.classify import orientation
orientation("Indeks")
print(time.process_time() - begin)
"""


def main() -> None:
    rows = pairs()
    print(f"{len(rows)} pairs, same or not: {right(rows):.3f}")
    for name, fields in PARTS.items():
        print(f"  without {name:16} {right(rows, fields):.3f}")
    for name, fields in WORDS.items():
        print(f"  without {name:16} {right(rows, (), fields):.3f}")
    texts = [text for _, _, a, b in rows for text in (a, b)][:300]
    right(rows)
    for text in texts:
        banding.compare(text, texts[0])
    begin = time.process_time()
    for a in texts[:200]:
        for b in texts[:200]:
            banding.compare(a, b)
    print(f"comparisons: {40000 / (time.process_time() - begin):.0f} a second (at least 20,000)")
    print(f"classify loaded and first used: {loading():.2f} s (under 1.5 s)")
    orientation("Indeks")
    begin = time.process_time()
    for number in range(5000):
        orientation(f"{texts[number % len(texts)]} {number}")
    print(f"5,000 orientations: {time.process_time() - begin:.1f} s (under 3 s)")


if __name__ == "__main__":
    main()
