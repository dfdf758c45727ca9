"""Would a trained linear model judge pairs of texts better than the costs of doccheck.match?

usage: python benchmarks/latih_banding.py PAIRS... [--tulis FILE]

PAIRS: a CSV with columns kind, a, b, label, or a YAML file like tests/match/pasangan.yaml. Prints figures of 5-fold cross-validation for
the rules (their cut fitted on the other folds, too) and for a logistic regression over what the comparison finds in a pair; each part of
the comparison is left out once, so that its share shows. --tulis writes the weights of the model over all pairs as a readable table.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from lipatan import Array, auc, fit, folds, predict, threshold

from doccheck.match import compare, parse_phrase
from doccheck.match.beda import beda
from doccheck.match.frasa import Frasa, Kind
from doccheck.match.selaras import selaraskan

NAMES = ("objek", "ukuran", "arah", "bilangan", "sepadan", "diganti", "tambahan", "lainnya", "bersama", "panjang", "sasaran", "program")
_REASONS = (
    ("objek", ("objek", "bidang")), ("ukuran", ("ukuran", "satuan")), ("arah", ("arah", "kata pembuka")), ("bilangan", ("bilangan",)),
    ("sepadan", ("sepadan",)), ("diganti", ("kata diganti",)), ("tambahan", ("tambahan",)),
)  # fmt: skip
Pair = tuple[Kind, str, str, str]


def read(path: Path) -> list[Pair]:
    """(kind, a, b, label) of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return [(row["kind"], row["a"], row["b"], row["label"]) for row in csv.DictReader(text.splitlines())]  # type: ignore[misc]
    data = yaml.safe_load(text)
    return [(kind, a, b, label) for kind, labels in data.items() for label, rows in labels.items() for a, b, *_ in rows]


def features(a: str, b: str, kind: Kind) -> list[float]:
    """What the comparison finds in the pair of readings that fit best: the cost of each kind of difference, and how much they share."""
    return min((_features(x, y, kind) for x in parse_phrase(a, kind) for y in parse_phrase(b, kind)), key=lambda row: sum(row[:8]))


def _features(a: Frasa, b: Frasa, kind: Kind) -> list[float]:
    costs = dict.fromkeys(NAMES, 0.0)
    for one in beda(a, b, selaraskan(a, b), kind):
        name = next((name for name, heads in _REASONS if one.alasan and one.alasan.startswith(heads)), "lainnya")
        costs[name] += min(one.biaya, 2.0)
    shared = sum(weight for root, weight in a.isi.items() if root in b.isi)
    costs["bersama"] = shared / max(a.berat, b.berat)
    costs["panjang"] = min(a.berat, b.berat) / max(a.berat, b.berat)
    costs["sasaran"], costs["program"] = float(kind == "sasaran"), float(kind == "program")
    return list(costs.values())


def validated(x: Array, same: np.ndarray) -> Array:
    """The score of every pair by the model of the folds it is not in."""
    scores = np.zeros(len(x))
    for train, test in folds(same.astype(int)):
        mean, spread = x[train].mean(axis=0), x[train].std(axis=0) + 1e-9
        scores[test] = predict((x[test] - mean) / spread, fit((x[train] - mean) / spread, same[train].astype(int), 2))[:, 1]
    return scores


def cut_accuracy(scores: Array, same: np.ndarray) -> float:
    """Accuracy with the cut that is best on the other folds."""
    right = np.zeros(len(scores), dtype=bool)
    for train, test in folds(same.astype(int)):
        right[test] = (scores[test] >= threshold(scores[train], same[train])) == same[test]
    return float(right.mean())


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--tulis", type=Path)
    args = parser.parse_args(argv)
    pairs = [pair for path in args.pairs for pair in read(path)]
    same = np.array([label != "different" for *_, label in pairs])
    results = [compare(a, b, kind) for kind, a, b, _ in pairs]
    rules = np.array([result.score for result in results])
    x = np.array([features(a, b, kind) for kind, a, b, _ in pairs])
    verdicts = np.array([result.verdict != "different" for result in results])
    three = np.mean([result.verdict == label for result, (*_, label) in zip(results, pairs, strict=True)])
    print(f"{len(pairs)} pairs, {same.sum()} the same or reworded; 5 folds")
    print(f"rules             AUC {auc(rules, same):.3f}  as shipped {np.mean(verdicts == same):.3f} (three-way {three:.3f})"
          f"  cut from the other folds {cut_accuracy(rules, same):.3f}")
    model = validated(x, same)
    print(f"linear model      AUC {auc(model, same):.3f}  cut from the other folds {cut_accuracy(model, same):.3f}")
    both = validated(np.hstack([x, rules[:, None]]), same)
    print(f"model over both   AUC {auc(both, same):.3f}  cut from the other folds {cut_accuracy(both, same):.3f}")
    for number, name in enumerate(NAMES):
        less = validated(np.delete(x, number, axis=1), same)
        print(f"  without {name:10} AUC {auc(less, same):.3f}  {cut_accuracy(less, same):.3f}")
    if args.tulis:
        mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
        weights = fit((x - mean) / spread, same.astype(int), 2)
        table = {name: round(float((w[1] - w[0]) / s), 4) for name, w, s in zip(NAMES, weights, spread, strict=False)}
        args.tulis.write_text(yaml.safe_dump(table, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
