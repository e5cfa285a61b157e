"""Linear classifier with softmax loss and L2 regularisation: loss and gradient of the weights."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.softmax_loss losses.full regularisation.l2",
    difficulty=2,
    calls="linear_softmax_loss(W, X, y, reg) -> loss, dW",  # W (D, C), X (N, D), y (N,)
    reference=losses.linear_softmax_loss,
    points={"data_loss": 2, "data_gradient": 4, "full_loss": 2, "full_gradient": 2},
    checks={"data_loss": "loss", "data_gradient": "dW", "full_loss": "loss", "full_gradient": "dW"},
)


def case(rng, reg):
    n, d, c = rng.choice([3, 4, 5, 6, 7], size=3, replace=False)
    W, X = (0.7 * rng.normal(size=(d, c))).round(2), rng.normal(size=(n, d)).round(2)
    return Case(W=W, X=X, y=rng.integers(c, size=n), reg=reg)


@exercise.cases("data_loss", "data_gradient", hidden=4)
def without_penalty(rng):
    """N, D and C differ; reg is 0, so that what is wrong about the penalty costs its own points only."""
    return case(rng, 0.0)


@exercise.cases("full_loss", "full_gradient", hidden=4, public=1)
def with_penalty(rng):
    """The penalty is as large as the data loss: at the usual 5e-6 its mistakes would not show."""
    return case(rng, float(rng.choice([0.05, 0.1, 0.15])))


penalty, penalty_gradient = "reg * np.sum(W**2)", "2 * reg * W"

exercise.edits(
    penalty_gradient_without_2=(penalty_gradient, "reg * W"),
    penalty_halved=(penalty, "0.5 * reg * np.sum(W**2)"),
    penalty_not_in_the_loss=(penalty, "0"),
    penalty_not_in_the_gradient=(penalty_gradient, "0"),
    penalty_without_its_strength=(penalty, "np.sum(W**2)"),
    penalty_divided_by_n=[
        (penalty, "reg * np.sum(W**2) / len(X)"),
        (penalty_gradient, "2 * reg * W / len(X)"),
    ],
    norm_for_its_square=(penalty, "reg * np.linalg.norm(W)"),
    input_forgotten=("X.T @ dscores", "np.zeros_like(W)"),
    gradient_transposed=("return float(loss), dW", "return float(loss), dW.T"),
    gradient_not_averaged=("X.T @ dscores", "X.T @ dscores * len(X)"),
    averaged_again=("X.T @ dscores", "X.T @ dscores / len(X)"),
    label_not_subtracted=("X.T @ dscores", "X.T @ (dscores + np.eye(W.shape[1])[y] / len(X))"),
    sum_of_losses=("loss = data_loss +", "loss = data_loss * len(X) +"),
    gradient_negated=("X.T @ dscores", "-X.T @ dscores"),
)
exercise.edits(
    same_as="penalty_halved",
    penalty_halved_throughout=[(penalty, "0.5 * reg * np.sum(W**2)"), (penalty_gradient, "reg * W")],
)
exercise.edits(
    same_as="penalty_divided_by_n",
    penalty_divided_in_the_loss=(penalty, "reg * np.sum(W**2) / len(X)"),
    penalty_divided_in_the_gradient=(penalty_gradient, "2 * reg * W / len(X)"),
)
exercise.edits(
    same_as="sum_of_losses",
    sum_throughout=[
        ("loss = data_loss +", "loss = data_loss * len(X) +"),
        ("X.T @ dscores", "X.T @ dscores * len(X)"),
    ],
)


@exercise.misconception
def normalised_over_the_batch(W, X, y, reg):
    scores = X @ W
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p, rows = e / e.sum(axis=0, keepdims=True), (np.arange(len(X)), y)
    loss = -np.log(p[rows]).mean() + reg * np.sum(W**2)
    p[rows] -= 1
    return loss, X.T @ p / len(X) + 2 * reg * W


exercise.waive(
    "scores - scores.max(axis=1, keepdims=True)",
    because="any shift gives the same; that exp must not overflow is asked in losses/softmax_loss",
)
