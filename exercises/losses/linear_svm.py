"""Linear classifier with SVM loss and L2 regularisation: in loops, and as matrices."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.svm losses.full regularisation.l2",
    difficulty=3,
    calls=[  # W (D, C), X (N, D), y (N,)
        "linear_svm_loss_naive(W, X, y, reg) -> loss_naive, dW_naive",
        "linear_svm_loss(W, X, y, reg) -> loss, dW",
    ],
    reference=losses,
    points={"naive_loss": 2, "naive_gradient": 2, "loss": 3, "gradient": 4},
    checks={"naive_loss": "loss_naive", "naive_gradient": "dW_naive", "loss": "loss", "gradient": "dW"},
)


@exercise.cases("naive_loss", "naive_gradient", "loss", "gradient", hidden=5, public=1)
def some_margins_violated(rng):
    """Some margins hold and some do not, none lies at the kink; N, D and C differ, and reg is not small."""
    while True:
        n, d, c = rng.choice([3, 4, 5, 6, 7], size=3, replace=False)
        W, X, y = rng.normal(size=(d, c)).round(2), rng.normal(size=(n, d)).round(2), rng.integers(c, size=n)
        margins = X @ W - (X @ W)[np.arange(n), y][:, np.newaxis] + 1
        margins[np.arange(n), y] = 1
        if np.abs(margins).min() > 0.02 and (margins < 0).any(axis=1).all() and (margins > 1).any():
            return Case(W=W, X=X, y=y, reg=float(rng.choice([0.05, 0.1, 0.2])))


def loss_and_gradient(
    W, X, y, reg, *, margin=1, power=1, correct_counted=False, slopes, of_n=(1, 1), penalty=(1, 2)
):
    """The right function with something changed; pairs are of the loss and of the gradient."""
    scores, rows = X @ W, (np.arange(len(X)), y)
    margins = np.maximum(0, scores - scores[rows][:, np.newaxis] + margin)
    if not correct_counted:
        margins[rows] = 0
    dscores = slopes((margins > 0).astype(float), rows)
    loss = (margins**power).sum() * of_n[0] / len(X) + penalty[0] * reg * np.sum(W**2)
    return loss, X.T @ dscores * of_n[1] / len(X) + penalty[1] * reg * W


def right_slopes(violated, rows):
    violated[rows] = 0
    violated[rows] = -violated.sum(axis=1)
    return violated


def wrong(name, *, same_as=None, slopes=right_slopes, in_n=(False, False), **changes):
    """A mistake that is made in both functions alike, or in one of them."""

    def function(W, X, y, reg):
        of_n = tuple(len(X) if one else 1 for one in in_n)
        return loss_and_gradient(W, X, y, reg, slopes=slopes, of_n=of_n, **changes)

    names = ["linear_svm_loss_naive", "linear_svm_loss"]
    exercise.misconception(same_as=same_as)(type(name, (), dict.fromkeys(names, function)))
    for one, where in zip(names, ["in_loops", "vectorised"], strict=True):
        exercise.misconception(same_as=same_as or name)(type(f"{name}_{where}", (), {one: function}))


def only_the_others(violated, rows):
    violated[rows] = 0
    return violated


def correct_class_once(violated, rows):
    violated[rows] = -1
    return violated


def correct_class_once_where_violated(violated, rows):
    violated[rows] = 0
    violated[rows] = -violated.any(axis=1).astype(float)
    return violated


def every_class(violated, rows):
    return right_slopes(np.ones_like(violated), rows)


wrong("correct_class_counted", correct_counted=True)
wrong("no_margin", margin=0)
wrong("margin_subtracted", margin=-1)
wrong("squared_hinge", power=2)
wrong("correct_class_without_gradient", slopes=only_the_others)
wrong("correct_class_counts_once", slopes=correct_class_once)
wrong(
    "correct_class_once_at_most",
    same_as="correct_class_counts_once",
    slopes=correct_class_once_where_violated,
)
wrong("all_margins_in_the_gradient", slopes=every_class)
wrong("gradient_not_averaged", in_n=(False, True))
wrong("loss_not_averaged", in_n=(True, False))
wrong("loss_not_averaged_throughout", same_as="loss_not_averaged", in_n=(True, True))
wrong("penalty_gradient_without_2", penalty=(1, 1))
wrong("penalty_halved", penalty=(0.5, 2))
wrong("penalty_halved_throughout", same_as="penalty_halved", penalty=(0.5, 1))
wrong("penalty_not_in_the_loss", penalty=(0, 2))
wrong("penalty_not_in_the_gradient", penalty=(1, 0))
exercise.edits(
    of="linear_svm_loss",
    gradient_transposed=("return float(loss), dW", "return float(loss), dW.T"),
)
exercise.waive("margin > 0 -> margin >= 0", because="no margin is 0, where either slope would be right")
