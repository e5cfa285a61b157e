"""The sigmoid and its derivative, stable far from 0."""

import numpy as np

from exercises.kit import Case, Close, Code
from reference_impl import activations

exercise = Code(
    syllabus="feedforward.sigmoid",
    difficulty=1,
    calls=["sigmoid(x) -> s", "sigmoid_derivative(x) -> ds"],  # x of any shape
    reference=activations,
    points={"value": 3, "derivative": 3, "stability": 3, "tail": 1},
    checks={"value": "s", "derivative": "ds", "stability": "s ds", "tail": "tail"},
    accept={"tail": Close(atol=0)},
)


def ordinary(rng):
    shape = rng.choice(np.arange(2, 6), size=2, replace=False)
    return rng.uniform(-3, 3, size=shape).round(2)


@exercise.cases("value", "derivative", hidden=4, public=2)
def ordinary_arguments(rng):
    """Of both signs, away from saturation: tells s from 1 - s, and the derivative from its neighbours."""
    return Case(x=ordinary(rng))


@exercise.cases("stability", hidden=3, public=1)
def huge_arguments(rng):
    """Some entries near 1000 and -1000: catches exp(x) / (1 + exp(x)), inf / inf."""
    x = ordinary(rng)
    x[0, :2] = 1000 * rng.permutation([1, -1]) + rng.uniform(-200, 200, size=2).round(1)
    return Case(x=x)


@exercise.cases("tail", hidden=3)
def tiny_values(rng):
    """All values near 0, compared by their ratio: catches 1 - 1 / (1 + exp(x)), which loses every digit."""
    return Case("sigmoid(x) -> tail", x=rng.uniform(-60, -40, size=rng.integers(3, 6)).round(1))


@exercise.misconception(of="sigmoid")
def minus_forgotten(x):
    return 1 / (1 + np.exp(x))


@exercise.misconception(of="sigmoid")
def quotient_overflows(x):
    return np.exp(x) / (1 + np.exp(x))


@exercise.misconception(of="sigmoid_derivative", same_as="quotient_overflows")
def derivative_overflows(x):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


@exercise.misconception(of="sigmoid")
def digits_lost(x):
    return 1 - 1 / (1 + np.exp(x))


@exercise.misconception(of="sigmoid")
def tanh_instead(x):
    return np.tanh(x)


@exercise.misconception(of="sigmoid")
def sign_lost(x):
    return 1 / (1 + np.exp(-np.abs(x)))


@exercise.misconception(of="sigmoid_derivative")
def argument_taken_for_the_value(x):
    return x * (1 - x)


@exercise.misconception(of="sigmoid_derivative")
def sigmoid_twice(x):
    return activations.sigmoid_derivative(activations.sigmoid(x))


@exercise.misconception(of="sigmoid_derivative")
def derivative_of_tanh(x):
    return 1 - activations.sigmoid(x) ** 2


@exercise.misconception(of="sigmoid_derivative")
def one_factor_only(x):
    return 1 - activations.sigmoid(x)


@exercise.misconception(of="sigmoid_derivative")
def not_differentiated(x):
    return activations.sigmoid(x)


exercise.waive("x >= 0 -> x > 0", because="at 0 both numerators are 1")
