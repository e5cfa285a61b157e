"""The softmax loss of a linear classifier, derived from one sample to the weights."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="losses.softmax_loss",
    difficulty=3,
    symbols={
        "s": "(C,)",
        "t": "(C,)",
        "P": "(N, C)",
        "Y": "(N, C)",
        "X": "(N, D)",
        "W": "(D, C)",
        "N": "()",
    },
    steps={
        "L": (2, "log(sum(exp(s))) - sum(t*s)"),
        "ds": (2, "softmax(s) - t"),
        "dS": (2, "(P-Y)/N"),
        "dW": (2, "X.T@dS"),
        "dX": (1, "dS@W.T"),
    },
)


@exercise.point
def consistent(rng):
    n, d, c = 5, 4, 3
    X, W = rng.normal(size=(n, d)), rng.normal(size=(d, c))
    P = np.exp(X @ W)
    P /= P.sum(axis=1, keepdims=True)
    t, *Y = np.eye(c)[rng.integers(c, size=n + 1)]
    return dict(s=rng.normal(size=c), t=t, P=P, Y=np.array(Y), X=X, W=W, N=float(n))


exercise.misconception(
    of="L",
    denominator_forgotten="-sum(t*s)",
    sign_of_the_score="log(sum(exp(s))) + sum(t*s)",
    sum_of_logarithms="sum(s) - sum(t*s)",
    minus_forgotten="sum(t*s) - log(sum(exp(s)))",
    logarithm_forgotten="1 - sum(t*softmax(s))",
)
exercise.misconception(
    of="ds",
    label_not_subtracted="softmax(s)",
    label_added="softmax(s) + t",
    gradient_negated="t - softmax(s)",
    normalisation_forgotten="exp(s) - t",
    correct_class_only="t*(softmax(s) - 1)",
    scores_for_probabilities="s - t",
)
exercise.misconception(of="dS", mean_forgotten="P-Y")
exercise.misconception(of="dS", same_as="gradient_negated", batch_negated="(Y-P)/N")
exercise.misconception(of="dS", same_as="label_not_subtracted", batch_without_labels="P/N")
exercise.misconception(of="dW", transposed="dS.T@X", divided_again="X.T@dS/N", labels_only="-X.T@Y/N")
exercise.misconception(of="dX", probabilities_for_gradients="P@W.T")
