"""Mean squared error by hand: loss, gradient, and one step against the gradient."""

import numpy as np

from exercises.kit import Frozen, Numeric

Triple = tuple[float, float, float]


class Params(Frozen):
    x: Triple
    y: Triple
    w: float
    eta: float


def draw(rng):
    """A model y = w x on three samples: all errors differ, and the gradient is neither small nor 1."""
    while True:
        x = rng.choice([0.5, 1.5, 2.0, 2.5, 3.0, 4.0], size=3, replace=False)
        w = round(float(rng.uniform(0.5, 2)), 1)
        y = (x * w + rng.choice([-1, 1]) * rng.integers(3, 15, size=3) / 10).round(1) + 0.0  # no -0.0
        errors = w * x - y
        gradient = 2 * np.mean(errors * x)
        loss = np.mean(errors**2)
        if len(set(errors.round(1))) == 3 and abs(gradient) > 1.2 and 0.1 < loss < 0.9:
            return Params(
                x=tuple(x.tolist()), y=tuple(y.tolist()), w=w, eta=float(rng.choice([0.02, 0.03, 0.04, 0.05]))
            )


exercise = Numeric(syllabus="losses.mse optimisation.update", difficulty=1, draw=draw)


def errors(p):
    return p.w * np.array(p.x) - p.y


@exercise.step(points=2, ge=0)
def loss(p):
    return np.mean(errors(p) ** 2)


@exercise.step(points=2)
def dy_hat(p):
    return 2 * errors(p) / 3


@exercise.step(points=3)
def dw(p, dy_hat):
    return np.dot(dy_hat, p.x)


@exercise.step(points=2, rtol=1e-3)
def w_new(p, dw):
    return p.w - p.eta * dw


@exercise.misconception(of="loss")
def sum_not_mean(p):
    return np.sum(errors(p) ** 2)


@exercise.misconception(of="loss")
def halved(p):
    return np.mean(errors(p) ** 2) / 2


@exercise.misconception(of="loss")
def absolute_errors(p):
    return np.mean(np.abs(errors(p)))


@exercise.misconception(of="loss")
def mean_before_square(p):
    return np.mean(errors(p)) ** 2


@exercise.misconception(of="dy_hat")
def gradient_without_2(p):
    return errors(p) / 3


@exercise.misconception(of="dy_hat")
def gradient_not_averaged(p):
    return 2 * errors(p)


@exercise.misconception(of="dy_hat")
def target_minus_prediction(p):
    return -2 * errors(p) / 3


@exercise.misconception(of="dw")
def input_forgotten(p, dy_hat):
    return np.sum(dy_hat)


@exercise.misconception(of="dw")
def averaged_again(p, dy_hat):
    return np.dot(dy_hat, p.x) / 3


@exercise.misconception(of="dw")
def by_the_targets(p, dy_hat):
    return np.dot(dy_hat, p.y)


@exercise.misconception(of="w_new")
def uphill(p, dw):
    return p.w + p.eta * dw


@exercise.misconception(of="w_new")
def rate_forgotten(p, dw):
    return p.w - dw
