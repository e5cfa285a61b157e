"""Values and derivatives of sigmoid, tanh and ReLU by hand."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl import activations


class Params(Frozen):
    a: float
    b: float
    c: tuple[float, float, float, float]


def draw(rng):
    """Arguments where neither function is near 0, 1 or its neighbour; two of c of each sign."""
    size = rng.uniform(0.6, 2.2, size=6).round(2)
    signs = np.concatenate([rng.choice([-1, 1], size=2), rng.permutation([-1, 1, -1, 1])])
    a, b, *c = (signs * size).tolist()
    return Params(a=a, b=b, c=tuple(c))


exercise = Numeric(syllabus="feedforward.sigmoid feedforward.tanh feedforward.relu", difficulty=1, draw=draw)


@exercise.step(points=1, ge=0, le=1)
def s(p):
    return activations.sigmoid(p.a)


@exercise.step(points=2, ge=0, le=0.25)
def ds(p, s):
    return s * (1 - s)


@exercise.step(points=1, ge=-1, le=1)
def t(p):
    return np.tanh(p.b)


@exercise.step(points=2, ge=0, le=1)
def dt(p, t):
    return 1 - t**2


@exercise.step(points=1, ge=0)
def r(p):
    return np.maximum(0, p.c)


@exercise.step(points=1, ge=0, le=1)
def dr(p):
    return [int(c > 0) for c in p.c]


@exercise.misconception(of="s")
def minus_forgotten(p):
    return 1 / (1 + np.exp(p.a))


@exercise.misconception(of="s")
def one_forgotten(p):
    return np.exp(-p.a)


@exercise.misconception(of="s")
def tanh_for_sigmoid(p):
    return np.tanh(p.a)


@exercise.misconception(of="ds")
def one_factor_only(p, s):
    return 1 - s


@exercise.misconception(of="ds")
def tanh_formula(p, s):
    return 1 - s**2


@exercise.misconception(of="ds")
def argument_for_value(p, s):
    return p.a * (1 - p.a)


@exercise.misconception(of="dt", same_as="argument_for_value")
def argument_in_tanh(p, t):
    return 1 - p.b**2


@exercise.misconception(of="ds")
def sigmoid_twice(p, s):
    return activations.sigmoid_derivative(s)


@exercise.misconception(of="t")
def sigmoid_for_tanh(p):
    return activations.sigmoid(p.b)


@exercise.misconception(of="t")
def two_forgotten(p):
    return 2 * activations.sigmoid(p.b) - 1


@exercise.misconception(of="dt")
def sigmoid_formula(p, t):
    return t * (1 - t)


@exercise.misconception(of="dt")
def square_forgotten(p, t):
    return 1 - t


@exercise.misconception(of="r")
def absolute_value(p):
    return np.abs(p.c)


@exercise.misconception(of="dr")
def sign_for_slope(p):
    return np.sign(p.c).astype(int)


@exercise.misconception(of="dr")
def value_for_slope(p):
    return np.maximum(0, p.c)
