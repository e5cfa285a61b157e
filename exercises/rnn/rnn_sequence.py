"""An RNN over a whole sequence, and backpropagation through time."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import rnn

exercise = Code(
    syllabus="rnn.cell rnn.vanishing",
    difficulty=3,
    calls=[
        "rnn_forward(x, h0, Wx, Wh, b) -> h, cache",
        "rnn_backward(dh, cache) -> dx, dh0, dWx, dWh, db",
    ],
    reference=rnn,
    opaque="cache",
    points={"forward": 3, "states": 4, "weights": 4},
    checks={"forward": "h", "states": "dx dh0", "weights": "dWx dWh db"},
)


@exercise.cases("forward", "states", "weights", hidden=5, public=1)
def sequences(rng):
    """Several steps, h0 not 0, a gradient at every step; N, T, D, H all differ."""
    n, t = int(rng.choice([1, 2])), int(rng.choice([3, 4]))
    d, h = rng.choice([size for size in (2, 3, 4, 5) if size not in (n, t)], size=2, replace=False)

    def normal(*shape, scale=1.0):
        return (scale * rng.normal(size=shape)).round(2)

    return Case(
        x=normal(n, t, d),
        h0=rng.uniform(-0.9, 0.9, size=(n, h)).round(2),
        Wx=normal(d, h, scale=0.5),
        Wh=normal(h, h, scale=0.7),
        b=normal(h, scale=0.5),
        dh=normal(n, t, h),
    )


exercise.edits(
    of="rnn_forward",
    first_state_ignored=("states, cache = [], []", "states, cache, h = [], [], np.zeros_like(h0)"),
    every_step_from_h0=("rnn_step_forward(x[:, t], h, Wx", "rnn_step_forward(x[:, t], h0, Wx"),
)
exercise.edits(
    of="rnn_backward",
    next_step_not_added=("(dh[:, t] + dprev_h", "(dh[:, t]"),
    only_the_last_gradient=("(dh[:, t] + dprev_h", "(dh[:, t] * (t == len(cache) - 1) + dprev_h"),
    forward_in_time=("reversed(range(len(cache)))", "range(len(cache))"),
    weights_not_summed_over_time=[
        ("dWx += dWx_t", "dWx = dWx_t"),
        ("dWh += dWh_t", "dWh = dWh_t"),
        ("db += db_t", "db = db_t"),
    ],
    weights_averaged_over_time=(
        "return dx, dprev_h, dWx, dWh, db",
        "return dx, dprev_h, dWx / len(cache), dWh / len(cache), db / len(cache)",
    ),
    gradient_added_to_h0_twice=("return dx, dprev_h,", "return dx, dprev_h + dh[:, 0],"),
)
exercise.edits(
    of="rnn_backward",
    same_as="weights_not_summed_over_time",
    weights_of_the_last_step_only=[
        ("dWx += dWx_t", "dWx += dWx_t * (t == len(cache) - 1)"),
        ("dWh += dWh_t", "dWh += dWh_t * (t == len(cache) - 1)"),
        ("db += db_t", "db += db_t * (t == len(cache) - 1)"),
    ],
)


def through_time(step_backward):
    """rnn_backward with another backward pass of each step."""

    def backward(dh, cache):
        dprev_h, steps = np.zeros_like(cache[0][1]), []
        for t in reversed(range(len(cache))):
            dx, dprev_h, *weights = step_backward(dh[:, t] + dprev_h, cache[t])
            steps.append((dx, *weights))
        all_dx, *all_weights = zip(*reversed(steps), strict=True)
        return (np.stack(all_dx, axis=1), dprev_h, *map(sum, all_weights))

    backward.__name__ = step_backward.__name__
    return backward


def not_transposed(dnext_h, cache):
    *_, Wh, next_h = cache
    dx, _, *weights = rnn.rnn_step_backward(dnext_h, cache)
    return (dx, dnext_h * (1 - next_h**2) @ Wh, *weights)


def tanh_applied_twice(dnext_h, cache):
    return rnn.rnn_step_backward(dnext_h, (*cache[:-1], np.tanh(cache[-1])))


def square_of_the_input(dnext_h, cache):
    return rnn.rnn_step_backward(dnext_h, (*cache[:-1], np.arctanh(cache[-1])))


def tanh_not_differentiated(dnext_h, cache):
    return rnn.rnn_step_backward(dnext_h, (*cache[:-1], np.zeros_like(cache[-1])))


def tanh_for_its_derivative(dnext_h, cache):
    return tanh_not_differentiated(dnext_h * cache[-1], cache)


for wrong_step in (not_transposed, tanh_applied_twice, square_of_the_input, tanh_not_differentiated):
    exercise.misconception(through_time(wrong_step), of="rnn_backward")
exercise.misconception(
    through_time(tanh_for_its_derivative), of="rnn_backward", same_as="tanh_not_differentiated"
)
