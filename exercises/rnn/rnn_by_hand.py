"""Two steps of a scalar RNN, by hand."""

import math

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    U: float
    W: float
    h0: float
    x1: float
    x2: float


def draw(rng):
    """No input of tanh near 0, where it hardly differs from the identity, nor where it saturates."""
    while True:
        h0, x1, x2 = rng.choice([-1, 1], size=3) * rng.choice([0.5, 0.6, 0.8, 0.9, 1.2, 1.5], size=3)
        U, W = rng.choice([-1, 1], size=2) * rng.choice([0.4, 0.5, 0.7, 0.8, 1.1], size=2, replace=False)
        p = Params(U=U.round(1), W=W.round(1), h0=h0.round(1), x1=x1.round(1), x2=x2.round(1))
        a1 = p.U * p.x1 + p.W * p.h0
        a2 = p.U * p.x2 + p.W * math.tanh(a1)
        if all(0.4 < abs(a) < 1.6 and abs(abs(a) - 1) > 0.02 for a in (a1, a2)) and abs(h0) < 1:
            return p


exercise = Numeric(syllabus="rnn.cell", difficulty=1, draw=draw)


@exercise.step(points=1)
def a1(p):
    return p.U * p.x1 + p.W * p.h0


@exercise.step(points=2, ge=-1, le=1)
def h1(p, a1):
    return math.tanh(a1)


@exercise.step(points=2)
def a2(p, h1):
    return p.U * p.x2 + p.W * h1


@exercise.step(points=1, ge=-1, le=1)
def h2(p, a2):
    return math.tanh(a2)


@exercise.misconception(of="a1")
def first_state_ignored(p):
    return p.U * p.x1


@exercise.misconception
class weights_exchanged:
    def a1(p):
        return p.W * p.x1 + p.U * p.h0

    def a2(p, h1):
        return p.W * p.x2 + p.U * h1


@exercise.misconception
class activation_forgotten:
    def h1(p, a1):
        return a1

    def h2(p, a2):
        return a2


@exercise.misconception
class sigmoid_for_tanh:
    def h1(p, a1):
        return 1 / (1 + math.exp(-a1))

    def h2(p, a2):
        return 1 / (1 + math.exp(-a2))


@exercise.misconception(of="a2")
def started_again_from_h0(p, h1):
    return p.U * p.x2 + p.W * p.h0


@exercise.misconception(of="a2")
def first_input_again(p, h1):
    return p.U * p.x1 + p.W * h1


@exercise.misconception(of="a2")
def state_before_the_activation(p, h1):
    return p.U * p.x2 + p.W * math.atanh(h1) if abs(h1) < 1 else math.nan


@exercise.misconception(of="a2")
def recurrent_weight_forgotten(p, h1):
    return p.U * p.x2 + h1
