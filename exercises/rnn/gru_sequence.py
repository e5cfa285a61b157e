"""A GRU over a whole sequence, and backpropagation through time."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import gru

exercise = Code(
    syllabus="rnn.gru",
    difficulty=3,
    calls=[
        "gru_forward(x, h0, Wx, Wh, bx, bh) -> h, cache",
        "gru_backward(dh, cache) -> dx, dh0, dWx, dWh, dbx, dbh",
    ],
    reference=gru,
    opaque="cache",
    points={"forward": 4, "states": 4, "weights": 4},
    checks={"forward": "h", "states": "dx dh0", "weights": "dWx dWh dbx dbh"},
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
        Wx=normal(d, 3 * h, scale=0.7),
        Wh=normal(h, 3 * h, scale=0.7),
        bx=normal(3 * h, scale=0.5),
        bh=normal(3 * h, scale=0.7),
        dh=normal(n, t, h),
    )


exercise.edits(
    of="gru_forward",
    first_state_ignored=("states, cache = [], []", "states, cache, h = [], [], np.zeros_like(h0)"),
    every_step_from_h0=("gru_step_forward(x[:, t], h, Wx", "gru_step_forward(x[:, t], h0, Wx"),
)
exercise.edits(
    of="gru_backward",
    next_step_not_added=("(dh[:, t] + dprev_h", "(dh[:, t]"),
    only_the_last_gradient=("(dh[:, t] + dprev_h", "(dh[:, t] * (t == len(cache) - 1) + dprev_h"),
    forward_in_time=("reversed(range(len(cache)))", "range(len(cache))"),
    weights_not_summed_over_time=[
        ("dWx += dWx_t", "dWx = dWx_t"),
        ("dWh += dWh_t", "dWh = dWh_t"),
        ("dbx += dbx_t", "dbx = dbx_t"),
        ("dbh += dbh_t", "dbh = dbh_t"),
    ],
    same_gradient_for_both_biases=("dbh += dbh_t", "dbh += dbx_t"),
)
exercise.edits(
    of="gru_backward",
    same_as="weights_not_summed_over_time",
    weights_of_the_last_step_only=[
        ("dWx += dWx_t", "dWx += dWx_t * (t == len(cache) - 1)"),
        ("dWh += dWh_t", "dWh += dWh_t * (t == len(cache) - 1)"),
        ("dbx += dbx_t", "dbx += dbx_t * (t == len(cache) - 1)"),
        ("dbh += dbh_t", "dbh += dbh_t * (t == len(cache) - 1)"),
    ],
)


@exercise.misconception
class update_gate_reversed:
    """z as the share of the candidate: reversing z's weights and biases turns z into 1 - z."""

    def gru_forward(x, h0, Wx, Wh, bx, bh):
        return gru.gru_forward(x, h0, *(reversed_update(a) for a in (Wx, Wh, bx, bh)))

    def gru_backward(dh, cache):
        dx, dh0, *weights = gru.gru_backward(dh, cache)
        return (dx, dh0, *(reversed_update(a) for a in weights))


def reversed_update(a):
    third = a.shape[-1] // 3
    a = a.copy()
    a[..., third : 2 * third] *= -1
    return a


def through_time(step_backward):
    """gru_backward with another backward pass of each step."""

    def backward(dh, cache):
        dprev_h, steps = np.zeros_like(cache[0][1]), []
        for t in reversed(range(len(cache))):
            dx, dprev_h, *weights = step_backward(dh[:, t] + dprev_h, cache[t])
            steps.append((dx, *weights))
        all_dx, *all_weights = zip(*reversed(steps), strict=True)
        return (np.stack(all_dx, axis=1), dprev_h, *map(sum, all_weights))

    backward.__name__ = step_backward.__name__
    return backward


def direct_path_forgotten(dnext_h, cache):
    z = cache[5]
    dx, dprev_h, *weights = gru.gru_step_backward(dnext_h, cache)
    return (dx, dprev_h - dnext_h * z, *weights)


def reset_gate_lost(dnext_h, cache):
    """The candidate's block of du without its factor r: as large as that of da."""
    _, prev_h, _, Wh, r, z, n, _ = cache
    dx, dprev_h, dWx, dWh, dbx, _ = gru.gru_step_backward(dnext_h, cache)
    lost = np.zeros((len(r), Wh.shape[1]))
    lost[:, -r.shape[1] :] = dnext_h * (1 - z) * (1 - n**2) * (1 - r)
    return dx, dprev_h + lost @ Wh.T, dWx, dWh + prev_h.T @ lost, dbx, dbx


for wrong_step in (direct_path_forgotten, reset_gate_lost):
    exercise.misconception(through_time(wrong_step), of="gru_backward")
