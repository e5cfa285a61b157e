"""Softmax of a batch of scores."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import activations

exercise = Code(
    syllabus="feedforward.softmax",
    difficulty=1,
    calls="softmax(x) -> p",  # x (N, C), p (N, C)
    reference=activations.softmax,
    points={"value": 6, "stability": 4},
    checks={"value": "p", "stability": "p"},
)


def scores(rng, scale=1.0):
    n, c = rng.choice(np.arange(2, 8), size=2, replace=False)
    return (scale * rng.normal(size=(n, c))).round(2)


@exercise.cases("value", hidden=5, public=2)
def small_scores(rng):
    """Rows and columns differ in number: catches the wrong axis."""
    return Case(x=scores(rng, scale=2))


@exercise.cases("stability", hidden=2, public=1)
def huge_scores(rng):
    """exp overflows float64 from about 710 on: catches the missing shift."""
    return Case(x=scores(rng) + rng.choice([1000, 2000]))


@exercise.cases("stability", hidden=2)
def rows_far_apart(rng):
    """One row lies thousands below another: catches the maximum of the whole array (0/0).

    In it one score lies far below the rest: catches the minimum in the maximum's place.
    """
    x = scores(rng)
    x[0, 0] -= 1500
    return Case(x=x + 2000 * np.arange(len(x))[:, np.newaxis])


exercise.edits(
    max_of_everything=("x.max(axis=1, keepdims=True)", "x.max()"),
    over_the_batch=("exp.sum(axis=1, keepdims=True)", "exp.sum(axis=0, keepdims=True)"),
    over_everything=("exp.sum(axis=1, keepdims=True)", "exp.sum()"),
)
exercise.edits(
    same_as="over_the_batch",  # the maximum too is taken down the columns
    columns_throughout=[
        ("x.max(axis=1, keepdims=True)", "x.max(axis=0, keepdims=True)"),
        ("exp.sum(axis=1, keepdims=True)", "exp.sum(axis=0, keepdims=True)"),
    ],
)
exercise.edits(
    same_as="over_everything",
    one_distribution=[
        ("x.max(axis=1, keepdims=True)", "x.max()"),
        ("exp.sum(axis=1, keepdims=True)", "exp.sum()"),
    ],
)


@exercise.misconception
def no_max_shift(x):
    return np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)


@exercise.misconception
def log_probabilities(x):
    return np.log(activations.softmax(x))


@exercise.misconception
def sigmoid_of_each(x):
    return 1 / (1 + np.exp(-x))
