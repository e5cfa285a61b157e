"""One GRU step, forward and backward."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import gru

exercise = Code(
    syllabus="rnn.gru",
    difficulty=3,
    calls=[
        "gru_step_forward(x, prev_h, Wx, Wh, bx, bh) -> next_h, cache",
        "gru_step_backward(dnext_h, cache) -> dx, dprev_h, dWx, dWh, dbx, dbh",
    ],
    reference=gru,
    opaque="cache",
    points={"forward": 5, "states": 3, "weights": 4},
    checks={"forward": "next_h", "states": "dx dprev_h", "weights": "dWx dWh dbx dbh"},
)


@exercise.cases("forward", "states", "weights", hidden=5, public=1)
def steps_in_the_middle(rng):
    """The state before and both biases are not 0; N, D and H all differ."""
    h = int(rng.choice([2, 3]))
    n, d = rng.choice([size for size in (2, 3, 4, 5) if size != h], size=2, replace=False)

    def normal(*shape, scale=1.0):
        return (scale * rng.normal(size=shape)).round(2)

    return Case(
        x=normal(n, d),
        prev_h=rng.uniform(-0.9, 0.9, size=(n, h)).round(2),
        Wx=normal(d, 3 * h, scale=0.7),
        Wh=normal(h, 3 * h, scale=0.7),
        bx=normal(3 * h, scale=0.5),
        bh=normal(3 * h, scale=0.7),
        dnext_h=normal(n, h),
    )


def in_both(forward, backward):
    return {"gru_step_forward": forward, "gru_step_backward": backward}


mixture, candidate = "(1 - z) * n + z * prev_h", "n = np.tanh(a_n + r * u_n)"
da_n, da_r = "da_n = dnext_h * (1 - z) * (1 - n**2)", "da_r = da_n * u_n * r * (1 - r)"
da_z = "da_z = dnext_h * (prev_h - n) * z * (1 - z)"
da, du = "da = np.concatenate([da_r, da_z, da_n]", "du = np.concatenate([da_r, da_z, da_n * r]"
gates_of_x, gates_of_h = "a_r, a_z, a_n = np.split", "u_r, u_z, u_n = np.split"

exercise.edits(
    update_gate_reversed=in_both(
        (mixture, "z * n + (1 - z) * prev_h"),
        [
            (da_n, "da_n = dnext_h * z * (1 - n**2)"),
            (da_z, "da_z = dnext_h * (n - prev_h) * z * (1 - z)"),
            ("dprev_h = dnext_h * z", "dprev_h = dnext_h * (1 - z)"),
        ],
    ),
    reset_gate_not_applied=in_both(
        (candidate, "n = np.tanh(a_n + u_n)"),
        [(da_r, "da_r = np.zeros_like(r)"), (du, "du = np.concatenate([da_r, da_z, da_n]")],
    ),
    update_gate_first=in_both(
        [(gates_of_x, "a_z, a_r, a_n = np.split"), (gates_of_h, "u_z, u_r, u_n = np.split")],
        [
            (da, "da = np.concatenate([da_z, da_r, da_n]"),
            (du, "du = np.concatenate([da_z, da_r, da_n * r]"),
        ],
    ),
    candidate_with_sigmoid=in_both(
        (candidate, "n = sigmoid(a_n + r * u_n)"), (da_n, "da_n = dnext_h * (1 - z) * n * (1 - n)")
    ),
)
exercise.edits(
    of="gru_step_forward",
    recurrent_bias_outside_of_the_reset=(
        candidate,
        "H = prev_h.shape[1]; n = np.tanh(a_n + r * (u_n - bh[2 * H :]) + bh[2 * H :])",
    ),
    previous_state_not_mixed_in=(mixture, "(1 - z) * n"),
    candidate_not_weighted=(mixture, "n + z * prev_h"),
)


@exercise.misconception
class reset_before_the_product:
    """The paper's variant: the reset gate multiplies prev_h, before Wh does."""

    def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
        H = prev_h.shape[1]
        a, u = x @ Wx + bx, prev_h @ Wh + bh
        r, z = 1 / (1 + np.exp(-(a + u)[:, :H])), 1 / (1 + np.exp(-(a + u)[:, H : 2 * H]))
        n = np.tanh(a[:, 2 * H :] + (r * prev_h) @ Wh[:, 2 * H :] + bh[2 * H :])
        return (1 - z) * n + z * prev_h, (x, prev_h, Wx, Wh, r, z, n)

    def gru_step_backward(dnext_h, cache):
        x, prev_h, Wx, Wh, r, z, n = cache
        H = prev_h.shape[1]
        da_n = dnext_h * (1 - z) * (1 - n**2)
        da_z = dnext_h * (prev_h - n) * z * (1 - z)
        reset = da_n @ Wh[:, 2 * H :].T  # gradient of r * prev_h
        da_r = reset * prev_h * r * (1 - r)
        gates, da = np.hstack([da_r, da_z]), np.hstack([da_r, da_z, da_n])
        dprev_h = dnext_h * z + gates @ Wh[:, : 2 * H].T + reset * r
        dWh = np.hstack([prev_h.T @ gates, (r * prev_h).T @ da_n])
        return da @ Wx.T, dprev_h, x.T @ da, dWh, da.sum(axis=0), da.sum(axis=0)


exercise.edits(
    of="gru_step_backward",
    direct_way_forgotten=("dprev_h = dnext_h * z + du @ Wh.T", "dprev_h = du @ Wh.T"),
    only_the_direct_way=("dprev_h = dnext_h * z + du @ Wh.T", "dprev_h = dnext_h * z"),
    reset_gate_lost=(du, "du = np.concatenate([da_r, da_z, da_n]"),
    update_gate_by_the_old_state_alone=(da_z, "da_z = dnext_h * prev_h * z * (1 - z)"),
    update_gate_negated=(da_z, "da_z = dnext_h * (n - prev_h) * z * (1 - z)"),
    reset_gate_by_prev_h=(da_r, "da_r = da_n * prev_h * r * (1 - r)"),
    sigmoid_for_its_derivative=[
        (da_z, "da_z = dnext_h * (prev_h - n) * z"),
        (da_r, "da_r = da_n * u_n * r"),
    ],
    candidate_not_differentiated=(da_n, "da_n = dnext_h * (1 - z)"),
    bias_gradient_averaged=[("da.sum(axis=0)", "da.mean(axis=0)"), ("du.sum(axis=0)", "du.mean(axis=0)")],
)
exercise.edits(
    of="gru_step_backward",
    same_as="reset_gate_lost",
    same_gradient_for_both_biases=("du.sum(axis=0)", "da.sum(axis=0)"),
)
