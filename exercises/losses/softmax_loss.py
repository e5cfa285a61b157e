"""Softmax with cross entropy: loss and gradient."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.softmax_loss losses.cross_entropy",
    difficulty=2,
    calls="softmax_loss(x, y) -> loss, dx",  # x (N, C), y (N,) as in CS231n
    reference=losses.softmax_loss,
    points={"value": 3, "gradient": 4, "offset": 2, "gap": 1},
    checks={"value": "loss", "gradient": "dx", "offset": "loss dx", "gap": "loss"},
)


def scores(rng, scale=2.0):
    n, c = rng.choice(np.arange(3, 8), size=2, replace=False)
    return scale * rng.normal(size=(n, c)), rng.integers(c, size=n)


@exercise.cases("value", "gradient", hidden=5, public=2)
def small_batches(rng):
    """N and C differ: tells a factor of N from one of C."""
    x, y = scores(rng)
    return Case(x=x, y=y)


@exercise.cases("offset", hidden=3)
def common_offset(rng):
    """All scores near 1000: exp overflows unless each row's maximum is taken off first."""
    x, y = scores(rng)
    return Case(x=x + 1000, y=y)


@exercise.cases("gap", hidden=3)
def two_scores_far_apart(rng):
    """The correct score lies 1000 below another: its probability is 0, its logarithm must not be taken."""
    x, y = scores(rng)
    row = int(rng.integers(len(x)))
    x[row, y[row]] = x[row].max() - 1000
    return Case(x=x, y=y)


exercise.edits(
    not_divided_by_n=("return float(loss), dx / len(x)", "return float(loss), dx"),
    normalised_over_the_batch=(
        "np.exp(shifted).sum(axis=1, keepdims=True)",
        "np.exp(shifted).sum(axis=0, keepdims=True)",
    ),
    sum_of_losses=("-log_p[rows].mean()", "-log_p[rows].sum()"),
    label_not_subtracted=("dx[rows] -= 1", "pass"),
    label_added=("dx[rows] -= 1", "dx[rows] += 1"),
    label_as_a_number=("dx[rows] -= 1", "dx -= y[:, np.newaxis]"),
    gradient_negated=("return float(loss), dx / len(x)", "return float(loss), -dx / len(x)"),
    log_base_two=("-log_p[rows].mean()", "-log_p[rows].mean() / np.log(2)"),
)


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@exercise.misconception
def no_max_shift(x, y):
    rows = np.arange(len(x)), y
    p = np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)
    loss = -np.log(p[rows]).mean()
    p[rows] -= 1
    return loss, p / len(x)


@exercise.misconception
def log_of_the_probability(x, y):
    rows = np.arange(len(x)), y
    p = softmax(x)
    loss = -np.log(p[rows]).mean()
    p[rows] -= 1
    return loss, p / len(x)


@exercise.misconception(same_as="log_of_the_probability")
def constant_inside_the_log(x, y):
    rows = np.arange(len(x)), y
    p = softmax(x)
    loss = -np.log(p[rows] + 1e-8).mean()
    p[rows] -= 1
    return loss, p / len(x)


@exercise.misconception
def binary_cross_entropy(x, y):
    n, c = x.shape
    p, t = np.clip(softmax(x), 1e-15, 1 - 1e-15), np.eye(c)[y]
    loss = -(t * np.log(p) + (1 - t) * np.log(1 - p)).sum() / n
    return loss, (p - t) / (p * (1 - p)) / n
