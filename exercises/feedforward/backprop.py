"""Backpropagation through a two-layer network on a batch, as matrix products."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="feedforward.backprop feedforward.fc feedforward.tanh",
    difficulty=3,
    symbols={
        "X": "(M, D)",
        "A": "(M, K)",
        "H": "(M, K)",
        "P": "(M, C)",
        "Y": "(M, C)",
        "W1": "(D, K)",
        "W2": "(K, C)",
        "e": "(M,)",
        "M": "()",
    },
    steps={
        "dS": (2, "(P-Y)/M"),
        "dW2": (1, "H.T@dS"),
        "db2": (1, "e@dS"),
        "dH": (1, "dS@W2.T"),
        "dA": (2, "dH*(1-H^2)"),
        "dW1": (1, "X.T@dA"),
        "db1": (1, "e@dA"),
        "dX": (1, "dA@W1.T"),
    },
)


@exercise.point
def consistent(rng):
    """Sizes all differ; H and P follow from the rest."""
    m, d, k, c = 6, 5, 4, 3
    X, W1, W2 = rng.normal(size=(m, d)), rng.normal(size=(d, k)), rng.normal(size=(k, c))
    A = X @ W1 / 2 + rng.normal(size=k)
    H = np.tanh(A)
    P = np.exp(H @ W2)
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(c)[rng.integers(c, size=m)]
    return dict(X=X, A=A, H=H, P=P, Y=Y, W1=W1, W2=W2, e=np.ones(m), M=float(m))


exercise.misconception(
    of="dS",
    mean_forgotten="P-Y",
    reversed_difference="(Y-P)/M",
    label_forgotten="P/M",
    softmax_skipped="-Y/P/M",
    through_the_sigmoid="(P-Y)*P*(1-P)/M",
)
exercise.misconception(
    of="dW2", transposed="dS.T@H", before_the_activation="A.T@dS", divided_again="H.T@dS/M"
)
exercise.misconception(of="db2", over_everything="sum(dS)")
exercise.misconception(of="db2", same_as="divided_again", bias_averaged="e@dS/M")
exercise.misconception(
    of="dA",
    activation_skipped="dH",
    sigmoid_formula="dH*H*(1-H)",
    square_forgotten="dH*(1-H)",
    not_differentiated="dH*H",
    argument_for_value="dH*(1-A^2)",
    tanh_twice="dH*(1-tanh(H)^2)",
    gradient_lost="1-H^2",
)
exercise.misconception(of="dW1", same_as="transposed", first_transposed="dA.T@X")
exercise.misconception(of="dW1", same_as="activation_skipped", first_without_activation="X.T@dH")
exercise.misconception(of="db1", same_as="over_everything", first_over_everything="sum(dA)")
exercise.misconception(of="db1", same_as="activation_skipped", first_bias_without_activation="e@dH")
exercise.misconception(of="dX", same_as="activation_skipped", input_without_activation="dH@W1.T")
