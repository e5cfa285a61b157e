"""The SVM loss of a batch and its gradient, as matrices."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="losses.svm losses.full",
    difficulty=3,
    symbols={
        "X": "(N, D)",
        "W": "(D, C)",
        "S": "(N, C)",
        "Y": "(N, C)",
        "V": "(N, C)",
        "e": "(C,)",
        "N": "()",
        "lam": "()",
    },
    steps={
        "correct": (1, "(S*Y)@e"),
        "M": (2, "S - outer(correct, e) + 1"),
        "L": (2, "sum(V*M)/N + lam*sum(W^2)"),
        "count": (1, "V@e"),
        "dS": (3, "(V - outer(count, e)*Y)/N"),
        "dW": (2, "X.T@dS + 2*lam*W"),
    },
)


@exercise.point
def consistent(rng):
    """Samples differ in their number of violations, and one of them has none."""
    n, d, c = 5, 4, 3
    while True:
        X, W = rng.normal(size=(n, d)), rng.normal(size=(d, c))
        Y, S = np.eye(c)[rng.integers(c, size=n)], X @ W
        V = ((S - (S * Y).sum(axis=1, keepdims=True) + 1 > 0) & (Y == 0)).astype(float)
        if set(V.sum(axis=1)) == {0.0, 1.0, 2.0}:
            return dict(X=X, W=W, S=S, Y=Y, V=V, e=np.ones(c), N=float(n), lam=rng.uniform(0.1, 0.5))


exercise.misconception(of="correct", over_everything="sum(S*Y)", all_scores_added="S@e")
exercise.misconception(
    of="M",
    no_margin="S - outer(correct, e)",
    margin_subtracted="S - outer(correct, e) - 1",
    difference_reversed="outer(correct, e) - S + 1",
)
exercise.misconception(
    of="L",
    all_margins_counted="sum(M)/N + lam*sum(W^2)",
    sum_not_mean="sum(V*M) + lam*sum(W^2)",
    penalty_divided_too="(sum(V*M) + lam*sum(W^2))/N",
    no_penalty="sum(V*M)/N",
    penalty_halved="sum(V*M)/N + lam*sum(W^2)/2",
)
exercise.misconception(of="count", violations_of_the_batch="sum(V)")
exercise.misconception(
    of="dS",
    correct_class_without_gradient="V/N",
    correct_class_counts_once="(V - Y)/N",
    count_added="(V + outer(count, e)*Y)/N",
    count_in_every_column="(V - outer(count, e))/N",
)
exercise.misconception(of="dS", same_as="all_margins_counted", every_margin_in_the_gradient="(1 - 3*Y)/N")
exercise.misconception(of="dS", same_as="sum_not_mean", gradient_not_averaged="V - outer(count, e)*Y")
exercise.misconception(of="dW", same_as="no_penalty", gradient_without_penalty="X.T@dS")
exercise.misconception(of="dW", same_as="penalty_halved", penalty_gradient_without_2="X.T@dS + lam*W")
exercise.misconception(of="dW", same_as="penalty_divided_too", divided_again="(X.T@dS + 2*lam*W)/N")
