"""One LSTM step, forward and backward."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import lstm

exercise = Code(
    syllabus="rnn.lstm rnn.lstm_memory",
    difficulty=3,
    calls=[
        "lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b) -> next_h, next_c, cache",
        "lstm_step_backward(dnext_h, dnext_c, cache) -> dx, dprev_h, dprev_c, dWx, dWh, db",
    ],
    reference=lstm,
    opaque="cache",
    points={"forward": 5, "states": 3, "weights": 4},
    checks={"forward": "next_h next_c", "states": "dx dprev_h dprev_c", "weights": "dWx dWh db"},
)


@exercise.cases("forward", "states", "weights", hidden=5, public=2)
def steps_in_the_middle(rng):
    """h and c of the step before and both upstream gradients are not 0; N, D and H all differ."""
    n, d, h = rng.choice([2, 3, 4, 5], size=3, replace=False)
    return Case(
        x=rng.normal(size=(n, d)),
        prev_h=rng.normal(size=(n, h)),
        prev_c=rng.normal(size=(n, h)),
        Wx=rng.normal(size=(d, 4 * h)) / np.sqrt(d),
        Wh=rng.normal(size=(h, 4 * h)) / np.sqrt(h),
        b=rng.normal(size=4 * h) / 2,
        dnext_h=rng.normal(size=(n, h)),
        dnext_c=rng.normal(size=(n, h)),
    )


exercise.edits(
    of="lstm_step_forward",
    candidate_before_output=("a_i, a_f, a_o, a_g = np.split", "a_i, a_f, a_g, a_o = np.split"),
    forget_gate_first=("a_i, a_f, a_o, a_g = np.split", "a_f, a_i, a_o, a_g = np.split"),
    hidden_state_without_tanh=("next_h = o * np.tanh(next_c)", "next_h = o * next_c"),
    candidate_with_sigmoid=("np.tanh(a_g)", "_sigmoid(a_g)"),
    bias_forgotten=("prev_h @ Wh + b, 4", "prev_h @ Wh, 4"),
    previous_hidden_state_ignored=("x @ Wx + prev_h @ Wh + b", "x @ Wx + b"),
    input_and_forget_exchanged=("next_c = f * prev_c + i * g", "next_c = i * prev_c + f * g"),
)
exercise.edits(
    of="lstm_step_backward",
    no_dnext_c=("dc = dnext_c + dnext_h * o * (1 - tanh_c**2)", "dc = dnext_h * o * (1 - tanh_c**2)"),
    only_dnext_c=("dc = dnext_c + dnext_h * o * (1 - tanh_c**2)", "dc = dnext_c"),
    tanh_not_differentiated=("dnext_h * o * (1 - tanh_c**2)", "dnext_h * o * tanh_c"),
    cell_gradient_only_of_the_next_step=("da @ Wh.T, dc * f,", "da @ Wh.T, dnext_c * f,"),
    sigmoid_for_its_derivative=("dc * g * i * (1 - i)", "dc * g * i"),
    bias_gradient_averaged=("da.sum(axis=0)", "da.mean(axis=0)"),
    c_for_prev_c=("da_f = dc * prev_c", "da_f = dc * next_c"),
)
