"""Gradient descent with momentum: two steps, from a velocity that is not 0."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import optimisation


def momentum_step(w, v, dw, learning_rate, momentum):
    """v <- momentum v - learning_rate dw, w <- w + v (Polyak 1964)."""
    config = {"learning_rate": learning_rate, "momentum": momentum, "velocity": v}
    w, config = optimisation.sgd_momentum(w, dw, config)
    return w, config["velocity"]


exercise = Code(
    syllabus="optimisation.momentum",
    difficulty=2,
    calls=[
        "momentum_step(w, v, dw1, learning_rate, momentum) -> w1, v1",
        "momentum_step(w1, v1, dw2, learning_rate, momentum) -> w2, v2",
    ],
    reference=momentum_step,
    points={"velocity": 2, "weights": 2, "second_step": 2},
    checks={"velocity": "v1", "weights": "w1", "second_step": "w2 v2"},
)


def case(rng, moving):
    D = int(rng.integers(2, 6))
    w, v, dw1, dw2 = rng.normal(size=(4, D)).round(2)
    return Case(
        w=w,
        v=v if moving else np.zeros(D),
        dw1=2 * dw1,
        dw2=2 * dw2,
        learning_rate=rng.choice([0.05, 0.1, 0.2]),
        momentum=rng.choice([0.5, 0.7, 0.9]),
    )


@exercise.cases("velocity", "weights", "second_step", hidden=4, public=1)
def already_moving(rng):
    """The first velocity is not 0: catches momentum left out, and the old velocity used."""
    return case(rng, moving=True)


@exercise.cases("velocity", "weights", "second_step", hidden=2)
def from_rest(rng):
    """The first step is that of plain gradient descent."""
    return case(rng, moving=False)


@exercise.misconception
def ascends(w, v, dw, learning_rate, momentum):
    v = momentum * v + learning_rate * dw
    return w + v, v


@exercise.misconception
def velocity_with_the_other_sign(w, v, dw, learning_rate, momentum):
    v = momentum * v + learning_rate * dw
    return w - v, v


@exercise.misconception
def no_momentum(w, v, dw, learning_rate, momentum):
    return w - learning_rate * dw, -learning_rate * dw


@exercise.misconception
def old_velocity_used(w, v, dw, learning_rate, momentum):
    return w + v, momentum * v - learning_rate * dw


@exercise.misconception
def learning_rate_outside(w, v, dw, learning_rate, momentum):
    v = momentum * v - dw
    return w + learning_rate * v, v


@exercise.misconception
def mean_of_old_and_new(w, v, dw, learning_rate, momentum):
    v = momentum * v - (1 - momentum) * learning_rate * dw
    return w + v, v


@exercise.misconception
def nesterov(w, v, dw, learning_rate, momentum):
    v = momentum * v - learning_rate * dw
    return w + momentum * v - learning_rate * dw, v


@exercise.misconception
def velocity_not_kept(w, v, dw, learning_rate, momentum):
    return w + momentum * v - learning_rate * dw, v
