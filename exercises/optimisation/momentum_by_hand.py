"""Two steps of momentum by hand on a parabola."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    a: int
    c: int
    w: int
    rate: float
    momentum: float


def draw(rng):
    """No number on the way is near 0, 1 or -1; the steps differ, stay small, and end off the minimum."""
    while True:
        p = Params(
            a=rng.choice([2, 3, 4]),
            c=rng.choice([-3, -2, 2, 3]),
            w=rng.choice([-4, 4, 5, 6]),
            rate=rng.choice([0.05, 0.1]),
            momentum=rng.choice([0.5, 0.8, 0.9]),
        )
        first = v1(p), w1(p, v1(p))
        last = g2(p, first[1]), v2(p, first[0], g2(p, first[1]))
        end = w2(p, first[1], last[1])
        results = np.abs([*first, *last, end])
        apart = np.abs([first[1] - p.c, end - p.c, first[0] - last[1]]).min()
        if apart > 0.05 and results.min() > 0.1 and np.abs(results - 1).min() > 0.05 and results.max() < 40:
            return p


exercise = Numeric(syllabus="optimisation.momentum optimisation.update", difficulty=2, draw=draw)


@exercise.step(points=1)
def v1(p):
    return -p.rate * 2 * p.a * (p.w - p.c)


@exercise.step(points=1)
def w1(p, v1):
    return p.w + v1


@exercise.step(points=1)
def g2(p, w1):
    return 2 * p.a * (w1 - p.c)


@exercise.step(points=2)
def v2(p, v1, g2):
    return p.momentum * v1 - p.rate * g2


@exercise.step(points=1)
def w2(p, w1, v2):
    return w1 + v2


@exercise.misconception(of="v1")
def ascends(p):
    return -v1(p)


@exercise.misconception(of="v1")
def two_forgotten(p):
    return v1(p) / 2


@exercise.misconception(of="v1")
def first_velocity_damped(p):
    return (1 - p.momentum) * v1(p) + 0.0


@exercise.misconception(of="g2")
def gradient_of_the_start(p, w1):
    return 2 * p.a * (p.w - p.c)


@exercise.misconception(of="v2")
def no_momentum(p, v1, g2):
    return -p.rate * g2


@exercise.misconception(of="v2")
def momentum_on_the_gradient(p, v1, g2):
    return v1 - p.momentum * p.rate * g2


@exercise.misconception(of="v2")
def sign_of_the_gradient(p, v1, g2):
    return p.momentum * v1 + p.rate * g2


@exercise.misconception(of="w2")
def from_the_start(p, w1, v2):
    return p.w + v2


@exercise.misconception(of="w2")
def velocity_subtracted(p, w1, v2):
    return w1 - v2
