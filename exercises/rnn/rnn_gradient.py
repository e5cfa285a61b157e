"""Backpropagation through two steps of an RNN, derived."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="rnn.cell rnn.vanishing",
    difficulty=3,
    symbols={
        "W": "(H, H)",
        "x1": "(D,)",
        "x2": "(D,)",
        "h0": "(H,)",
        "h1": "(H,)",
        "h2": "(H,)",
        "dh1": "(H,)",
        "dh2": "(H,)",
    },
    steps={
        "da2": (1, "dh2*(1-h2^2)"),
        "dh1_total": (2, "dh1 + W.T@da2"),
        "da1": (1, "dh1_total*(1-h1^2)"),
        "dW": (2, "outer(da2, h1) + outer(da1, h0)"),
        "dU": (1, "outer(da2, x2) + outer(da1, x1)"),
        "dh0": (1, "W.T@da1"),
    },
)


@exercise.point
def consistent(rng):
    W, U = rng.normal(size=(3, 3)), rng.normal(size=(3, 2))
    x1, x2 = rng.normal(size=(2, 2))
    h0 = np.tanh(rng.normal(size=3))
    h1 = np.tanh(U @ x1 + W @ h0)
    h2 = np.tanh(U @ x2 + W @ h1)
    dh1, dh2 = rng.normal(size=(2, 3))
    return dict(W=W, x1=x1, x2=x2, h0=h0, h1=h1, h2=h2, dh1=dh1, dh2=dh2)


exercise.misconception(
    of="da2",
    activation_not_differentiated="dh2",
    square_forgotten="dh2*(1-h2)",
    tanh_applied_twice="dh2*(1-tanh(h2)^2)",
    sigmoid_derivative="dh2*h2*(1-h2)",
)
exercise.misconception(of="da2", same_as="activation_not_differentiated", tanh_itself="dh2*h2")
exercise.misconception(
    of="dh1_total",
    direct_gradient_forgotten="W.T@da2",
    way_through_the_next_step_forgotten="dh1",
    not_transposed="dh1 + W@da2",
    activation_skipped="dh1 + W.T@dh2",
)
exercise.misconception(
    of="da1", same_as="activation_not_differentiated", first_step_undifferentiated="dh1_total"
)
exercise.misconception(of="da1", state_of_the_wrong_step="dh1_total*(1-h2^2)", only_direct="dh1*(1-h1^2)")
exercise.misconception(
    of="dW",
    last_step_only="outer(da2, h1)",
    own_instead_of_previous_state="outer(da2, h2) + outer(da1, h1)",
    outer_product_reversed="outer(h1, da2) + outer(h0, da1)",
)
exercise.misconception(of="dW", same_as="last_step_only", first_step_only="outer(da1, h0)")
exercise.misconception(of="dU", same_as="last_step_only", last_input_only="outer(da2, x2)")
exercise.misconception(of="dU", inputs_of_the_wrong_step="outer(da2, x1) + outer(da1, x2)")
exercise.misconception(of="dh0", same_as="not_transposed", not_transposed_at_the_start="W@da1")
