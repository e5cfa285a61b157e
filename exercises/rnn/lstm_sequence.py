"""An LSTM over a whole sequence, and backpropagation through time along h and c."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import lstm

exercise = Code(
    syllabus="rnn.lstm rnn.lstm_memory",
    difficulty=3,
    calls=[
        "lstm_forward(x, h0, Wx, Wh, b) -> h, cache",
        "lstm_backward(dh, cache) -> dx, dh0, dWx, dWh, db",
    ],
    reference=lstm,
    opaque="cache",
    points={"forward": 4, "states": 4, "weights": 4},
    checks={"forward": "h", "states": "dx dh0", "weights": "dWx dWh db"},
)


@exercise.cases("forward", "states", "weights", hidden=5, public=1)
def sequences(rng):
    """Several steps, h0 not 0, a gradient at every step; N, T, D, H all differ."""
    n, t = int(rng.choice([1, 2])), int(rng.choice([4, 5]))
    h = int(rng.choice([size for size in (2, 3) if size != n]))
    d = int(rng.choice([size for size in (2, 3, 4, 5) if size not in (n, t, h)]))

    def normal(*shape, scale=1.0):
        return (scale * rng.normal(size=shape)).round(2)

    return Case(
        x=normal(n, t, d),
        h0=rng.uniform(-0.9, 0.9, size=(n, h)).round(2),
        Wx=normal(d, 4 * h, scale=0.7),
        Wh=normal(h, 4 * h, scale=0.7),
        b=normal(4 * h, scale=0.5),
        dh=normal(n, t, h),
    )


exercise.edits(
    of="lstm_forward",
    first_state_ignored=("states, cache = [], []", "states, cache, h = [], [], np.zeros_like(h0)"),
    cell_starts_at_h0=("states, cache = [], []", "states, cache, c = [], [], h0"),
    every_step_from_h0=("lstm_step_forward(x[:, t], h, c", "lstm_step_forward(x[:, t], h0, c"),
    cell_emptied_at_every_step=(
        "lstm_step_forward(x[:, t], h, c",
        "lstm_step_forward(x[:, t], h, np.zeros_like(c)",
    ),
    hidden_state_as_cell=("lstm_step_forward(x[:, t], h, c", "lstm_step_forward(x[:, t], h, h"),
)
exercise.edits(
    of="lstm_backward",
    next_cell_not_added=("dprev_c, cache[t]", "np.zeros_like(dprev_c), cache[t]"),
    next_state_not_added=("\n            dh[:, t] + dprev_h", "\n            dh[:, t]"),
    gradient_of_both_states_exchanged=(
        "dh[:, t] + dprev_h, dprev_c, cache[t]",
        "dh[:, t] + dprev_c, dprev_h, cache[t]",
    ),
    forward_in_time=("reversed(range(len(cache)))", "range(len(cache))"),
    weights_not_summed_over_time=[
        ("dWx += dWx_t", "dWx = dWx_t"),
        ("dWh += dWh_t", "dWh = dWh_t"),
        ("db += db_t", "db = db_t"),
    ],
    gradient_of_the_cell_for_that_of_h0=("return dx, dprev_h,", "return dx, dprev_c,"),
)
exercise.edits(
    of="lstm_backward",
    same_as="weights_not_summed_over_time",
    weights_of_the_last_step_only=[
        ("dWx += dWx_t", "dWx += dWx_t * (t == len(cache) - 1)"),
        ("dWh += dWh_t", "dWh += dWh_t * (t == len(cache) - 1)"),
        ("db += db_t", "db += db_t * (t == len(cache) - 1)"),
    ],
)


def in_order(name, order):
    """The four blocks read in another order: `order` says which block is i, f, o and g."""

    class Misread:
        def lstm_forward(x, h0, Wx, Wh, b):
            return lstm.lstm_forward(x, h0, *(blocks(a, order) for a in (Wx, Wh, b)))

        def lstm_backward(dh, cache):
            dx, dh0, *weights = lstm.lstm_backward(dh, cache)
            return (dx, dh0, *(blocks(a, np.argsort(order)) for a in weights))

    Misread.__name__ = name
    exercise.misconception(Misread)


def blocks(a, order):
    parts = np.split(a, 4, axis=-1)
    return np.concatenate([parts[place] for place in order], axis=-1)


in_order("candidate_before_output", [0, 1, 3, 2])
in_order("forget_gate_first", [1, 0, 2, 3])
in_order("output_before_forget", [0, 2, 1, 3])
