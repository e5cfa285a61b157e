"""The Jacobian of softmax, and its product with an upstream gradient."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import activations

exercise = Code(
    syllabus="feedforward.softmax",
    difficulty=3,
    calls=["softmax_jacobian(x) -> J", "softmax_backward(dp, p) -> dx"],  # x (C,), J (C, C); dp, p (N, K)
    reference=activations,
    points={"jacobian": 5, "backward": 5},
    checks={"jacobian": "J", "backward": "dx"},
)


@exercise.cases("jacobian", "backward", hidden=5, public=1)
def scores_and_gradients(rng):
    """C, N and K differ, and the upstream gradient is no multiple of ones, which would give 0."""
    c, n, k = rng.choice([3, 4, 5], size=3, replace=False)
    p = (rng.multinomial(100 - k, rng.dirichlet(np.full(k, 3.0)), size=n) + 1) / 100
    return Case(x=rng.normal(scale=1.2, size=c).round(2), dp=rng.normal(size=(n, k)).round(2), p=p)


exercise.edits(
    of="softmax_jacobian",
    diagonal_only=("np.diag(p) - np.outer(p, p)", "np.diag(p * (1 - p))"),
    plus_outside_the_diagonal=("np.diag(p) - np.outer(p, p)", "np.diag(p) + np.outer(p, p)"),
    diagonal_term_forgotten=("np.diag(p) - np.outer(p, p)", "-np.outer(p, p)"),
    scores_for_probabilities=("np.diag(p) - np.outer(p, p)", "np.diag(x) - np.outer(x, x)"),
    jacobian_negated=("np.diag(p) - np.outer(p, p)", "np.outer(p, p) - np.diag(p)"),
)
exercise.edits(
    of="softmax_jacobian",
    same_as="diagonal_only",
    diagonal_as_a_vector=("np.diag(p) - np.outer(p, p)", "p * (1 - p)"),
)
exercise.edits(
    of="softmax_backward",
    same_as="diagonal_only",
    backward_by_the_diagonal=("p * (dout - (dout * p).sum(axis=1, keepdims=True))", "dout * p * (1 - p)"),
)
exercise.edits(
    of="softmax_backward",
    sum_over_samples=("sum(axis=1, keepdims=True)", "sum(axis=0, keepdims=True)"),
    sum_over_everything=("sum(axis=1, keepdims=True)", "sum()"),
    sum_not_weighted=("(dout * p).sum(", "dout.sum("),
    factor_forgotten=("p * (dout - ", "(dout - "),
    first_term_only=("p * (dout - (dout * p).sum(axis=1, keepdims=True))", "p * dout"),
    sum_added=("p * (dout - ", "p * (dout + "),
)
exercise.waive(
    "x - np.max(x)", because="any shift gives the same; that exp must not overflow is asked in softmax"
)
