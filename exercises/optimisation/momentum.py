"""A step of gradient descent with momentum, from a velocity that is not 0."""

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
    calls="momentum_step(w, v, dw, learning_rate, momentum) -> w_new, v_new",
    reference=momentum_step,
    points={"velocity": 3, "weights": 3},
    checks={"velocity": "v_new", "weights": "w_new"},
)


def case(rng, moving):
    D = int(rng.integers(2, 6))
    w, v, dw = rng.normal(size=(3, D)).round(2)
    return Case(
        w=w,
        v=v if moving else np.zeros(D),
        dw=2 * dw,
        learning_rate=rng.choice([0.05, 0.1, 0.2]),
        momentum=rng.choice([0.5, 0.7, 0.9]),
    )


@exercise.cases("velocity", "weights", hidden=4, public=1)
def already_moving(rng):
    """The first velocity is not 0: catches momentum left out, and the old velocity used."""
    return case(rng, moving=True)


@exercise.cases("velocity", "weights", hidden=2)
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
