"""Cross-validation for the training scripts: folds, a softmax regression in numpy, and the figures that are printed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
FOLDS = 5
SEED = 20


def folds(labels: npt.NDArray[np.int64]) -> Iterator[tuple[Array, Array]]:
    """Masks (train, test) of folds in which every class is spread evenly; the same for the same labels."""
    random = np.random.default_rng(SEED)
    fold = np.zeros(len(labels), dtype=int)
    for label in np.unique(labels):
        at = np.flatnonzero(labels == label)
        random.shuffle(at)
        fold[at] = np.arange(len(at)) % FOLDS
    for number in range(FOLDS):
        yield fold != number, fold == number


def fit(features: Array, labels: npt.NDArray[np.int64], classes: int, penalty: float = 1.0, steps: int = 600) -> Array:
    """Weights (features + 1) x classes of a softmax regression with an L2 penalty, by gradient descent with momentum."""
    x = np.hstack([features, np.ones((len(features), 1))])
    y = np.eye(classes)[labels]
    weights = np.zeros((x.shape[1], classes))
    speed = np.zeros_like(weights)
    rate = 4.0 / (np.linalg.norm(x, 2) ** 2 / len(x) + penalty / len(x))
    for _ in range(steps):
        slope = x.T @ (predict(features, weights) - y) / len(x)
        slope[:-1] += penalty / len(x) * weights[:-1]
        speed = 0.9 * speed - 0.2 * rate * slope
        weights += speed
    return weights


def predict(features: Array, weights: Array) -> Array:
    """Probabilities of the classes."""
    raw = np.hstack([features, np.ones((len(features), 1))]) @ weights
    raw = np.exp(raw - raw.max(axis=1, keepdims=True))
    return raw / raw.sum(axis=1, keepdims=True)


def auc(scores: Array, positive: npt.NDArray[np.bool_]) -> float:
    """Area under the ROC curve; ties count half."""
    good, bad = scores[positive], scores[~positive]
    return float((good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean())


def threshold(scores: Array, positive: npt.NDArray[np.bool_]) -> float:
    """The cut with the best accuracy."""
    cuts = np.unique(scores)
    return float(max(cuts, key=lambda cut: ((scores >= cut) == positive).mean()))
