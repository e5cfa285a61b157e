"""XOR: what one line can do, and what one hidden layer adds."""

import numpy as np

from exercises.kit import Frozen, Numeric

POINTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


class Params(Frozen):
    w: tuple[float, float]
    bias: float
    a: int


def draw(rng):
    """No score is near 0, 1 or -1."""
    while True:
        w = rng.choice([-1.5, -0.8, -0.6, 0.6, 0.8, 1.4, 1.6], size=2, replace=False)
        p = Params(w=w.tolist(), bias=rng.choice([-1.3, -0.7, -0.4, 0.4, 0.7]), a=rng.integers(2, 7))
        found = np.array(scores(p))
        if np.abs(found).min() > 0.05 and np.abs(np.abs(found) - 1).min() > 0.05:
            return p


exercise = Numeric(syllabus="history.why", difficulty=1, draw=draw)


@exercise.step(points=2)
def scores(p):
    return POINTS @ np.array(p.w) + p.bias


@exercise.step(points=2, ge=0, le=4)
def best(p):
    return 3


@exercise.step(points=2)
def b(p):
    return -2 * p.a


@exercise.misconception(of="scores")
def bias_forgotten(p):
    return POINTS @ np.array(p.w)


@exercise.misconception(of="scores")
def bias_subtracted(p):
    return POINTS @ np.array(p.w) - p.bias


@exercise.misconception(of="best")
def all_four(p):
    return 4


@exercise.misconception(of="best")
def half_of_them(p):
    return 2


@exercise.misconception(of="b")
def hidden_unit_not_doubled(p):
    return -p.a


@exercise.misconception(of="b")
def sign_of_b(p):
    return 2 * p.a


@exercise.misconception(of="b")
def independent_of_a(p):
    return -2


exercise.waive("constant", because="that no line does better than best, whatever its weights, is the point")
