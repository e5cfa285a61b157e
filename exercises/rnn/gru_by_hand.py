"""One step of a scalar GRU, by hand."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Row(Frozen):
    """One row of the table: weights of the input and of the hidden state."""

    u: float
    w: float


class Params(Frozen):
    x: float
    h_prev: float
    reset: Row
    update: Row
    candidate: Row


def draw(rng):
    """Gates away from 0, 1 and each other; the candidate is not near 0, and differs from h_prev."""
    while True:
        u, w = rng.choice([-1, 1], size=(2, 3)) * rng.choice([0.4, 0.6, 0.7, 0.9, 1.1, 1.4], size=(2, 3))
        rows = [Row(u=a.round(1), w=b.round(1)) for a, b in zip(u, w, strict=True)]
        p = Params(
            x=rng.choice([-1.5, -0.8, 0.6, 1.2]),
            h_prev=rng.choice([-0.7, -0.5, 0.4, 0.8]),
            **dict(zip(("reset", "update", "candidate"), rows, strict=True)),
        )
        sums = [row.u * p.x + row.w * p.h_prev for row in (p.reset, p.update)]
        new = np.tanh(p.candidate.u * p.x + sigmoid(sums[0]) * p.candidate.w * p.h_prev)
        if all(0.2 < abs(a) < 1.8 for a in sums) and 0.3 < abs(new) < 0.9:
            state = (1 - sigmoid(sums[1])) * new + sigmoid(sums[1]) * p.h_prev
            if abs(new - p.h_prev) > 0.3 and abs(state) > 0.1:
                return p


def sigmoid(a):
    return float(1 / (1 + np.exp(-a)))


exercise = Numeric(syllabus="rnn.gru", difficulty=2, draw=draw)


@exercise.step(points=1, ge=0, le=1)
def r(p):
    return sigmoid(p.reset.u * p.x + p.reset.w * p.h_prev)


@exercise.step(points=1, ge=0, le=1)
def z(p):
    return sigmoid(p.update.u * p.x + p.update.w * p.h_prev)


@exercise.step(points=2, ge=-1, le=1)
def n(p, r):
    return np.tanh(p.candidate.u * p.x + r * (p.candidate.w * p.h_prev))


@exercise.step(points=2, ge=-1, le=1)
def h(p, z, n):
    return (1 - z) * n + z * p.h_prev


@exercise.misconception
class gates_with_tanh:
    def r(p):
        return np.tanh(p.reset.u * p.x + p.reset.w * p.h_prev)

    def z(p):
        return np.tanh(p.update.u * p.x + p.update.w * p.h_prev)


@exercise.misconception
class gates_exchanged:
    def r(p):
        return sigmoid(p.update.u * p.x + p.update.w * p.h_prev)

    def z(p):
        return sigmoid(p.reset.u * p.x + p.reset.w * p.h_prev)


@exercise.misconception
class previous_state_ignored:
    def r(p):
        return sigmoid(p.reset.u * p.x)

    def z(p):
        return sigmoid(p.update.u * p.x)


@exercise.misconception(of="n")
def reset_gate_not_applied(p):
    return np.tanh(p.candidate.u * p.x + p.candidate.w * p.h_prev)


@exercise.misconception(of="n")
def reset_gate_on_everything(p, r):
    return np.tanh(r * (p.candidate.u * p.x + p.candidate.w * p.h_prev))


@exercise.misconception(of="n")
def reset_gate_on_the_input(p, r):
    return np.tanh(r * p.candidate.u * p.x + p.candidate.w * p.h_prev)


@exercise.misconception(of="n")
def update_gate_for_reset_gate(p, z):
    return np.tanh(p.candidate.u * p.x + z * p.candidate.w * p.h_prev)


@exercise.misconception(of="n")
def candidate_with_sigmoid(p, r):
    return sigmoid(p.candidate.u * p.x + r * p.candidate.w * p.h_prev)


@exercise.misconception(of="h")
def update_gate_reversed(p, z, n):
    return z * n + (1 - z) * p.h_prev


@exercise.misconception(of="h")
def candidate_not_weighted(p, z, n):
    return n + z * p.h_prev


@exercise.misconception(of="h")
def old_state_forgotten(p, z, n):
    return (1 - z) * n


@exercise.misconception(of="h")
def tanh_again(p, z, n):
    return np.tanh((1 - z) * n + z * p.h_prev)
