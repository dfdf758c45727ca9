"""Would a trained linear model classify indicators better than the weights of rules/leksikon/isyarat.yaml?

usage: python benchmarks/latih_orientasi.py INDICATORS... [--tulis FILE]

INDICATORS: a CSV with columns indikator, satuan, label (and confidence: 1 is left out), or a YAML file like tests/classify/kasus.yaml.
Prints figures of 5-fold cross-validation for the rules as shipped (with the confidence from which they are 0.97 right fitted on the other
folds) and for a softmax regression over the cues that apply. --tulis writes the weights over all indicators as a readable table.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from lipatan import Array, fit, folds, predict

from doccheck.classify import orientation
from doccheck.classify.isyarat import pencocok
from doccheck.classify.label import KELAS
from doccheck.match import normalise

RIGHT = 0.97


def read(path: Path) -> list[tuple[str, str | None, str]]:
    """(indicator, unit, label) of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        rows = [row for row in csv.DictReader(text.splitlines()) if row.get("confidence") != "1"]
        return [(row["indikator"], row["satuan"] or None, row["label"]) for row in rows]
    data = yaml.safe_load(text)["orientasi"]
    return [(indicator, unit, label) for label, rows in data.items() for indicator, unit in rows]


def cues(indicator: str, unit: str | None) -> list[str]:
    """Ids of the cues that apply."""
    text = normalise(indicator).replace("rata rata", "rata-rata")
    return [cue.id for cue in pencocok().cocok(text, normalise(unit) if unit else "")]


def report(name: str, guess: Array, sure: Array, labels: np.ndarray) -> None:
    """guess: class numbers, -1 where unknown · sure: confidences. The confidence to be sure from is fitted on the other folds."""
    outcome = (guess == 0) == (labels == 0)
    chosen, right = np.zeros(len(labels), dtype=bool), outcome
    for train, test in folds(labels):
        cuts = [cut for cut in np.unique(sure[train]) if outcome[train & (sure >= cut) & (guess >= 0)].mean() >= RIGHT]
        chosen[test] = (sure[test] >= min(cuts, default=2.0)) & (guess[test] >= 0)
    accused = chosen & (guess > 0)
    just = (labels[accused] != 0).mean() if accused.any() else float("nan")
    print(f"{name:14} four-way {(guess == labels).mean():.3f}  outcome or not {outcome.mean():.3f}  where sure: accuracy "
          f"{right[chosen].mean():.3f}, coverage {chosen.mean():.3f}, 'not an outcome' right {just:.3f}")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("indicators", nargs="+", type=Path)
    parser.add_argument("--tulis", type=Path)
    args = parser.parse_args(argv)
    rows = [row for path in args.indicators for row in read(path)]
    labels = np.array([KELAS.index(label) for *_, label in rows])  # type: ignore[arg-type]
    names = [cue.id for cue in pencocok().cues]
    x = np.zeros((len(rows), len(names)))
    for number, (indicator, unit, _label) in enumerate(rows):
        for name in cues(indicator, unit):
            x[number, names.index(name)] = 1.0
    said = [orientation(indicator, unit) for indicator, unit, _label in rows]
    guess = np.array([KELAS.index(one.label) if one.label in KELAS else -1 for one in said])
    print(f"{len(rows)} indicators; 5 folds")
    report("rules", guess, np.array([one.confidence for one in said]), labels)
    chances = np.zeros((len(rows), len(KELAS)))
    for train, test in folds(labels):
        chances[test] = predict(x[test], fit(x[train], labels[train], len(KELAS)))
    report("linear model", chances.argmax(axis=1), chances.max(axis=1), labels)
    if args.tulis:
        weights = fit(x, labels, len(KELAS))
        table = {name: dict(zip(KELAS, (round(float(w), 3) for w in row), strict=True)) for name, row in zip(names, weights, strict=False)}
        args.tulis.write_text(yaml.safe_dump(table, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
