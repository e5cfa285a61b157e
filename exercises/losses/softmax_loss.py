"""Softmax with cross entropy: loss and gradient."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.softmax_loss losses.cross_entropy",
    difficulty=2,
    calls="softmax_loss(x, y) -> loss, dx",  # x (N, C), y (N,) as in CS231n
    reference=losses.softmax_loss,
    points={"value": 3, "gradient": 4, "offset": 1, "rows": 1, "gap": 1},
    checks={"value": "loss", "gradient": "dx", "offset": "loss dx", "rows": "loss dx", "gap": "loss"},
    # loss and gradient are 0 in "rows", and the loss nearly the difference of two scores in "gap"
    needs={"rows": "offset", "gap": "value"},
)


def scores(rng, samples=None):
    n, c = rng.choice(np.arange(3, 8), size=2, replace=False)
    n = samples or n
    return (2 * rng.normal(size=(n, c))).round(2), rng.integers(c, size=n)


@exercise.cases("value", "gradient", hidden=5, public=2)
def small_batches(rng):
    """N and C differ: tells a factor of N from one of C."""
    x, y = scores(rng)
    return Case(x=x, y=y)


@exercise.cases("offset", hidden=2)
def common_offset(rng):
    """All scores near 1000: exp overflows unless the maximum is taken off first.

    A single sample, so that 1/N forgotten does not cost these points too.
    """
    x, y = scores(rng, samples=1)
    return Case(x=x + 1000, y=y)


@exercise.cases("rows", hidden=3)
def an_offset_for_each_row(rng):
    """Rows lie thousands apart: catches the maximum of the whole array, where each row needs its own.

    There have to be several samples. All are predicted with certainty, so that loss and gradient are 0 and
    1/N forgotten does not cost this point too.
    """
    x, y = scores(rng)
    x[np.arange(len(x)), y] = x.max(axis=1) + 1000
    return Case(x=x - 3000 * rng.permutation(len(x))[:, np.newaxis], y=y)


@exercise.cases("gap", hidden=3)
def two_scores_far_apart(rng):
    """The correct score lies 1000 below another: its probability is 0, its logarithm must not be taken.

    A single sample, for the same reason.
    """
    x, y = scores(rng, samples=1)
    x[0, y[0]] = x[0].max() - 1000
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
    loss_negated=("-log_p[rows].mean()", "log_p[rows].mean()"),
    log_base_two=("-log_p[rows].mean()", "-log_p[rows].mean() / np.log(2)"),
    max_of_everything=("x.max(axis=1, keepdims=True)", "x.max()"),
)
exercise.edits(
    same_as="sum_of_losses",  # and the gradient fits to it
    sum_throughout=[
        ("-log_p[rows].mean()", "-log_p[rows].sum()"),
        ("return float(loss), dx / len(x)", "return float(loss), dx"),
    ],
)


def loss_by_probabilities(p, y, inside_the_log=0.0):
    rows = np.arange(len(p)), y
    loss = -np.log(p[rows] + inside_the_log).mean()
    dx = p.copy()
    dx[rows] -= 1
    return loss, dx / len(p)


def softmax(x, shift):
    e = np.exp(x - shift)
    return e / e.sum(axis=1, keepdims=True)


@exercise.misconception(same_as="normalised_over_the_batch")
def probabilities_over_the_batch(x, y):
    e = np.exp(x - x.max(axis=0))
    return loss_by_probabilities(e / e.sum(axis=0), y)


@exercise.misconception(same_as="normalised_over_the_batch")
def probabilities_over_the_batch_with_shifted_rows(x, y):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return loss_by_probabilities(e / e.sum(axis=0), y)


def shifted_softmax(x):
    return softmax(x, x.max(axis=1, keepdims=True))


@exercise.misconception
def no_max_shift(x, y):
    return loss_by_probabilities(softmax(x, 0), y)


@exercise.misconception(same_as="no_max_shift")
def log_sum_exp_without_shift(x, y):
    loss = np.mean(np.log(np.exp(x).sum(axis=1)) - x[np.arange(len(x)), y])
    return loss, loss_by_probabilities(softmax(x, 0), y)[1]


@exercise.misconception
def log_of_the_probability(x, y):
    return loss_by_probabilities(shifted_softmax(x), y)


@exercise.misconception(same_as="log_of_the_probability")
def plus_1e_8_inside_the_log(x, y):
    return loss_by_probabilities(shifted_softmax(x), y, 1e-8)


@exercise.misconception(same_as="log_of_the_probability")
def plus_1e_10_inside_the_log(x, y):
    return loss_by_probabilities(shifted_softmax(x), y, 1e-10)


@exercise.misconception(same_as="log_of_the_probability")
def plus_1e_12_inside_the_log(x, y):
    return loss_by_probabilities(shifted_softmax(x), y, 1e-12)


@exercise.misconception
def binary_cross_entropy(x, y):
    n, c = x.shape
    p, t = np.clip(shifted_softmax(x), 1e-15, 1 - 1e-15), np.eye(c)[y]
    loss = -(t * np.log(p) + (1 - t) * np.log(1 - p)).sum() / n
    return loss, (p - t) / (p * (1 - p)) / n
