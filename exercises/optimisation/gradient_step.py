"""One step of gradient descent by hand: a line through three points, mean squared error."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    x: tuple[int, int, int]
    y: tuple[int, int, int]
    w: float
    b: float
    rate: float


def residuals(p):
    return p.w * np.array(p.x) + p.b - np.array(p.y)


def draw(rng):
    """The loss falls, and no number on the way is near 0, 1 or -1."""
    while True:
        x = rng.choice([-2, -1, 1, 2, 3, 4], size=3, replace=False)
        y = rng.integers(-4, 8, size=3)
        w, b = rng.choice([-1.5, -0.5, 0.5, 1.5, 2.5], size=2)
        p = Params(x=x.tolist(), y=y.tolist(), w=w, b=b, rate=rng.choice([0.02, 0.05]))
        results = np.abs([loss(p), dw(p), db(p), w_new(p, dw(p)), b_new(p, db(p))])
        if results.min() > 0.1 and np.abs(results - 1).min() > 0.05 and results.max() < 40 and loss(p) > 2:
            return p


exercise = Numeric(syllabus="optimisation.update optimisation.bgd", difficulty=1, draw=draw)


@exercise.step(points=1, ge=0)
def loss(p):
    return np.mean(residuals(p) ** 2)


@exercise.step(points=2)
def dw(p):
    return 2 * np.mean(residuals(p) * p.x)


@exercise.step(points=1)
def db(p):
    return 2 * np.mean(residuals(p))


@exercise.step(points=1)
def w_new(p, dw):
    return p.w - p.rate * dw


@exercise.step(points=1)
def b_new(p, db):
    return p.b - p.rate * db


@exercise.misconception
class sum_not_mean:
    def loss(p):
        return np.sum(residuals(p) ** 2)

    def dw(p):
        return 2 * np.sum(residuals(p) * p.x)

    def db(p):
        return 2 * np.sum(residuals(p))


@exercise.misconception
class two_forgotten:
    def dw(p):
        return np.mean(residuals(p) * p.x)

    def db(p):
        return np.mean(residuals(p))


@exercise.misconception
class prediction_less_than_truth:
    def dw(p):
        return -dw(p)

    def db(p):
        return -db(p)


@exercise.misconception(of="dw")
def input_forgotten(p):
    return db(p)


@exercise.misconception
class added:
    def w_new(p, dw):
        return p.w + p.rate * dw

    def b_new(p, db):
        return p.b + p.rate * db


@exercise.misconception
class learning_rate_forgotten:
    def w_new(p, dw):
        return p.w - dw

    def b_new(p, db):
        return p.b - db


@exercise.misconception
class multiplied_by_the_parameter:
    def w_new(p, dw):
        return p.w - p.rate * dw * p.w

    def b_new(p, db):
        return p.b - p.rate * db * p.b
