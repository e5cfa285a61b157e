"""The product of Jacobians of a scalar RNN, in numbers."""

import math

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    w: float
    h1: float
    h2: float
    h3: float
    rounds: int


def draw(rng):
    """The weight alone would explode; with tanh in it the product vanishes."""
    while True:
        h = rng.choice([-1, 1], size=3) * rng.choice([0.4, 0.5, 0.6, 0.7, 0.8], size=3, replace=False)
        p = Params(
            w=rng.choice([1.2, 1.25, 1.3]),
            **dict(zip(("h1", "h2", "h3"), h.round(1), strict=True)),
            rounds=rng.integers(3, 5),
        )
        if 0.28 < math.prod(p.w * (1 - h**2) for h in states(p)) < 0.42:
            return p


def states(p):
    return p.h1, p.h2, p.h3


exercise = Numeric(syllabus="rnn.vanishing", difficulty=2, draw=draw)


@exercise.step(points=2)
def factors(p):
    return [p.w * (1 - h**2) for h in states(p)]


@exercise.step(points=2)
def product(p, factors):
    return math.prod(factors)


@exercise.step(points=2)
def after_all_rounds(p, product):
    return product**p.rounds


@exercise.step(points=1)
def without_activation(p):
    return p.w ** (3 * p.rounds)


@exercise.misconception(of="factors")
def weight_forgotten(p):
    return [1 - h**2 for h in states(p)]


@exercise.misconception(of="factors")
def activation_not_differentiated(p):
    return [p.w * h for h in states(p)]


@exercise.misconception(of="factors")
def square_forgotten(p):
    return [p.w * (1 - h) for h in states(p)]


@exercise.misconception(of="factors")
def sigmoid_derivative(p):
    return [p.w * h * (1 - h) for h in states(p)]


@exercise.misconception(of="factors", same_as="activation_not_differentiated")
def tanh_derivative_left_out(p):
    return [p.w] * 3


@exercise.misconception(of="product")
def added_up(p, factors):
    return sum(factors)


@exercise.misconception(of="product")
def averaged(p, factors):
    return float(np.mean(factors))


@exercise.misconception(of="product")
def last_factor_left_out(p, factors):
    return math.prod(factors[:-1])


@exercise.misconception(of="after_all_rounds", same_as="added_up")
def multiplied_by_the_rounds(p, product):
    return product * p.rounds


@exercise.misconception(of="after_all_rounds")
def one_power_for_each_step(p, product):
    return product ** (3 * p.rounds)


@exercise.misconception(of="without_activation", same_as="added_up")
def weights_added_up(p):
    return p.w * 3 * p.rounds


@exercise.misconception(of="without_activation")
def one_power_for_each_round(p):
    return p.w**p.rounds
