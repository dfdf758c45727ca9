"""How fast texts are compared and classified, and what each part of the lexicon brings on labelled pairs.

usage: python benchmarks/bench_banding.py [PAIRS.csv ...]   (columns kind, a, b, label; without files the pairs of tests/match)
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path

import msgspec
import yaml

from doccheck.classify import orientation
from doccheck.match import banding, beda, frasa, selaras
from doccheck.match.makna import makna

PARTS = {
    "contrasts": ("kontras", "kontras_status"),
    "near words": ("dekat",),
    "equal words": ("setara", "frasa"),
    "weights": ("frekuensi_akar",),
}
Pair = tuple[str, str, str, str]


def pairs() -> list[Pair]:
    """(kind, label, a, b) of all labelled pairs."""
    if sys.argv[1:]:
        rows = [row for path in sys.argv[1:] for row in csv.DictReader(Path(path).read_text(encoding="utf-8").splitlines())]
        return [(row["kind"], row["label"], row["a"], row["b"]) for row in rows]
    files = sorted((Path(__file__).parent.parent / "tests" / "match").glob("pasangan_*.yaml"))
    loaded = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return [(kind, label, *row[:2]) for one in loaded for kind, found in one.items() for label, rows in found.items() for row in rows]


def right(rows: list[Pair], without: tuple[str, ...] = ()) -> float:
    """Share of pairs judged right (same or not) with parts of the lexicon emptied."""
    for cached in (banding._compare, frasa.parse_phrase, frasa._weight):
        cached.cache_clear()
    sense = msgspec.structs.replace(makna(), **{name: {} for name in without})
    for module in (frasa, beda, selaras, banding):
        module.makna = lambda: sense  # type: ignore[attr-defined]
    return sum((banding.compare(a, b, kind).verdict == "different") == (label == "different") for kind, label, a, b in rows) / len(rows)  # type: ignore[arg-type]


def main() -> None:
    rows = pairs()
    print(f"{len(rows)} pairs, same or not: {right(rows):.3f}")
    for name, fields in PARTS.items():
        print(f"  without {name:12} {right(rows, fields):.3f}")
    texts = [text for _, _, a, b in rows for text in (a, b)][:300]
    right(rows)
    for text in texts:
        banding.compare(text, texts[0])
    begin = time.perf_counter()
    for a in texts[:200]:
        for b in texts[:200]:
            banding.compare(a, b)
    print(f"comparisons: {40000 / (time.perf_counter() - begin):.0f} a second")
    orientation("Indeks")
    begin = time.perf_counter()
    for number in range(5000):
        orientation(f"{texts[number % len(texts)]} {number}")
    print(f"5,000 orientations: {time.perf_counter() - begin:.1f} s")


if __name__ == "__main__":
    main()
