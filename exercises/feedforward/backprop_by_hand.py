"""Backpropagation through a network of two inputs, two hidden units and one output, by hand."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl.activations import sigmoid

Pair = tuple[float, float]


class Params(Frozen):
    x: Pair
    W: tuple[Pair, Pair]
    """W[k][j]: from input k to hidden unit j."""
    b: Pair
    v: Pair
    c: float
    target: float


def draw(rng):
    """One decimal each, and an error y - target between 0.6 and 1.4, so that rounding does no harm."""

    def tenths(low, high, size):
        return rng.integers(low, high, size=size, endpoint=True) / 10 * rng.choice([-1, 1], size=size)

    while True:
        x, b, v = np.abs(tenths(5, 15, 2)), tenths(2, 6, 2), tenths(6, 14, 2)
        W, c = tenths(3, 9, (2, 2)), tenths(2, 6, ())
        z = x @ W + b
        y = sigmoid(z) @ v + c
        target = round(float(y + rng.choice([-1, 1]) * rng.uniform(0.7, 1.3)), 1) + 0.0  # no -0.0
        guessed = np.abs(np.abs([y, y - target]) - 1).min() < 0.03  # by 1 or -1
        if np.abs(z).min() > 0.2 and np.abs(z).max() < 2 and abs(y) > 0.15 and x[0] != x[1] and not guessed:
            return Params(
                x=tuple(x.tolist()),
                W=tuple(map(tuple, W.tolist())),
                b=tuple(b.tolist()),
                v=tuple(v.tolist()),
                c=float(c),
                target=target,
            )


exercise = Numeric(syllabus="feedforward.backprop feedforward.sigmoid losses.mse", difficulty=3, draw=draw)


def before_the_sigmoid(p):
    return np.array(p.x) @ np.array(p.W) + p.b


@exercise.step(points=2, ge=0, le=1)
def h(p):
    return sigmoid(before_the_sigmoid(p))


@exercise.step(points=1)
def y(p, h):
    return np.dot(h, p.v) + p.c


@exercise.step(points=1)
def dy(p, y):
    return y - p.target


@exercise.step(points=2)
def dv(p, h, dy):
    return dy * np.array(h)


@exercise.step(points=3)
def dz(p, h, dy):
    h = np.array(h)
    return dy * np.array(p.v) * h * (1 - h)


@exercise.step(points=3)
def dw(p, dz):
    return np.outer(p.x, dz)


@exercise.misconception(of="h")
def no_sigmoid(p):
    return before_the_sigmoid(p)


@exercise.misconception(of="h")
def bias_forgotten(p):
    return sigmoid(before_the_sigmoid(p) - p.b)


@exercise.misconception(of="h")
def weights_transposed(p):
    return sigmoid(np.array(p.W) @ p.x + p.b)


@exercise.misconception(of="y", same_as="bias_forgotten")
def output_bias_forgotten(p, h):
    return np.dot(h, p.v)


@exercise.misconception(of="y")
def sigmoid_of_the_output(p, h):
    return sigmoid(np.dot(h, p.v) + p.c)


@exercise.misconception(of="dy")
def target_minus_output(p, y):
    return p.target - y


@exercise.misconception(of="dy")
def loss_itself(p, y):
    return (y - p.target) ** 2 / 2


@exercise.misconception(of="dy")
def factor_two(p, y):
    return 2 * (y - p.target)


@exercise.misconception(of="dv")
def by_the_weights(p, h, dy):
    return dy * np.array(p.v)


@exercise.misconception(of="dz")
def slope_forgotten(p, h, dy):
    return dy * np.array(p.v)


@exercise.misconception(of="dz")
def value_for_slope(p, h, dy):
    return dy * np.array(p.v) * h


@exercise.misconception(of="dz")
def output_weights_forgotten(p, h, dy):
    h = np.array(h)
    return dy * h * (1 - h)


@exercise.misconception(of="dz")
def slope_of_tanh(p, h, dy):
    return dy * np.array(p.v) * (1 - np.square(h))


@exercise.misconception(of="dw")
def gradient_transposed(p, dz):
    return np.outer(dz, p.x)


@exercise.misconception(of="dw")
def by_the_weights_below(p, dz):
    return np.array(p.W) * dz
