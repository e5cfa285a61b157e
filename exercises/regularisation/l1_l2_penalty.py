"""L1 and L2 penalties with their gradients, and the L2 norm, whose gradient is another one."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import regularisation

exercise = Code(
    syllabus="regularisation.l1 regularisation.l2",
    difficulty=1,
    calls=[
        "l1_penalty(W, reg) -> R1, dR1",
        "l2_penalty(W, reg) -> R2, dR2",
        "l2_norm(W) -> norm",
        "l2_norm_gradient(W) -> dnorm",
    ],
    reference=regularisation,
    points={"l1": 3, "l2": 3, "norm": 3},
    checks={"l1": "R1 dR1", "l2": "R2 dR2", "norm": "norm dnorm"},
)


@exercise.cases("l1", "l2", "norm", hidden=5, public=1)
def weights_of_both_signs(rng):
    """Both signs, no weight near 0, neither norm near 1: catches abs for sign, the norm for its square."""
    m, n = rng.choice([2, 3, 4, 5], size=2, replace=False)
    W = (rng.choice([-1, 1], size=(m, n)) * rng.uniform(0.3, 3, size=(m, n))).round(2)
    return Case(W=W, reg=rng.choice([0.1, 0.25, 0.4, 0.75]))


exercise.edits(
    of="l1_penalty",
    signs_kept=("np.abs(w).sum()", "w.sum()"),
    magnitude_for_sign=("reg * np.sign(w)", "reg * np.abs(w)"),
    weights_for_sign=("reg * np.sign(w)", "reg * w"),
    l1_gradient_without_strength=("reg * np.sign(w)", "np.sign(w)"),
    ones_for_sign=("reg * np.sign(w)", "reg * np.ones_like(w)"),
    largest_column=("np.abs(w).sum()", "np.abs(w).sum(axis=0).max()"),
)
exercise.edits(
    of="l1_penalty",
    same_as="signs_kept",
    magnitude_of_the_sum=("np.abs(w).sum()", "np.abs(w.sum())"),
)
exercise.edits(
    of="l2_penalty",
    norm_not_squared=[
        ("reg * np.square(w).sum()", "reg * np.sqrt(np.square(w).sum())"),
        ("2 * reg * w", "reg * w / np.sqrt(np.square(w).sum())"),
    ],
    halved=[("reg * np.square(w).sum()", "0.5 * reg * np.square(w).sum()"), ("2 * reg * w", "reg * w")],
    factor_two_forgotten=("2 * reg * w", "reg * w"),
    l2_gradient_without_strength=("2 * reg * w", "2 * w"),
    averaged=[
        ("reg * np.square(w).sum()", "reg * np.square(w).mean()"),
        ("2 * reg * w", "2 * reg * w / w.size"),
    ],
)
exercise.edits(
    of="l2_penalty",
    same_as="norm_not_squared",
    norm_in_the_value_only=("reg * np.square(w).sum()", "reg * np.sqrt(np.square(w).sum())"),
)


@exercise.misconception(of="l2_norm")
def root_forgotten(W):
    return np.sum(W**2)


@exercise.misconception(of="l2_norm")
def largest_singular_value(W):
    return np.linalg.norm(W, 2)


exercise.edits(
    of="l2_penalty",
    same_as="largest_singular_value",
    square_of_the_largest=("reg * np.square(w).sum()", "reg * np.linalg.norm(w, 2) ** 2"),
)


@exercise.misconception(of="l2_norm_gradient")
def gradient_of_the_square(W):
    return 2 * W


@exercise.misconception(of="l2_norm_gradient")
def divided_by_twice_the_norm(W):
    return W / (2 * np.sqrt(np.sum(W**2)))


@exercise.misconception(of="l2_norm_gradient")
def divided_by_the_square(W):
    return W / np.sum(W**2)


exercise.waive(
    "reg * np.sign(W) -> reg / np.sign(W)", because="a sign is its own reciprocal, as no weight is 0"
)
