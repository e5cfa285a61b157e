"""Multiclass hinge loss with margin 1: loss and gradient."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.svm",
    difficulty=2,
    calls="svm_loss(x, y) -> loss, dx",  # x (N, C), y (N,) as in CS231n
    reference=losses.svm_loss,
    points={"value": 4, "gradient": 6},
    checks={"value": "loss", "gradient": "dx"},
)


def away_from_kinks(x, y):
    margins = x - x[np.arange(len(x)), y][:, np.newaxis] + 1
    margins[np.arange(len(x)), y] = 1
    return np.abs(margins).min() > 0.01


@exercise.cases("value", "gradient", hidden=6, public=2)
def some_margins_violated(rng):
    """Some margins hold and some do not: catches gradients of all pairs. No margin lies at the kink."""
    n, c = rng.choice(np.arange(3, 8), size=2, replace=False)
    while True:
        x, y = rng.normal(scale=1.5, size=(n, c)).round(2), rng.integers(c, size=n)
        if away_from_kinks(x, y):
            return Case(x=x, y=y)


exercise.edits(
    correct_class_counted=("margins[rows] = 0", "pass"),
    no_margin=("[:, np.newaxis] + 1)", "[:, np.newaxis])"),
    margin_subtracted=("[:, np.newaxis] + 1)", "[:, np.newaxis] - 1)"),
    correct_class_without_gradient=("dx[rows] -= dx.sum(axis=1)", "pass"),
    correct_class_counts_once=("dx[rows] -= dx.sum(axis=1)", "dx[rows] -= 1"),
    all_margins_in_the_gradient=(
        "dx = (margins > 0).astype(x.dtype)",
        "dx = np.ones_like(x); dx[rows] = 0",
    ),
    loss_not_divided_by_n=("margins.sum() / len(x)", "margins.sum()"),
    gradient_not_divided_by_n=("return float(loss), dx / len(x)", "return float(loss), dx"),
    squared_hinge=("loss = margins.sum() / len(x)", "loss = (margins**2).sum() / len(x)"),
    mean_over_all_entries=("margins.sum() / len(x)", "margins.mean()"),
    gradient_negated=("return float(loss), dx / len(x)", "return float(loss), -dx / len(x)"),
)
exercise.edits(
    same_as="correct_class_counts_once",
    correct_class_once_where_violated=("dx[rows] -= dx.sum(axis=1)", "dx[rows] -= dx.any(axis=1)"),
)


@exercise.misconception
def largest_margin_only(x, y):
    rows = np.arange(len(x)), y
    margins = np.maximum(0, x - x[rows][:, np.newaxis] + 1)
    margins[rows] = 0
    worst = np.arange(len(x)), margins.argmax(axis=1)
    violated = margins[worst] > 0
    dx = np.zeros_like(x)
    dx[worst] += violated
    dx[rows] -= violated
    return margins[worst].mean(), dx / len(x)
