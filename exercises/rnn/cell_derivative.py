"""How far a gradient reaches along the cell state: products of forget gates."""

import math

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    forget: tuple[float, float, float, float]
    inputs: tuple[float, float, float, float]
    steady: float
    steps: int
    distance: int


def draw(rng):
    return Params(
        forget=tuple(rng.choice([0.75, 0.8, 0.85, 0.9, 0.95, 0.98], size=4, replace=False).tolist()),
        inputs=tuple(rng.choice([0.2, 0.3, 0.4, 0.5, 0.6, 0.7], size=4, replace=False).tolist()),
        steady=rng.choice([0.95, 0.96, 0.97, 0.98]),
        steps=rng.choice([20, 30, 40, 50]),
        distance=rng.integers(8, 16),
    )


exercise = Numeric(syllabus="rnn.lstm_gradient rnn.vanishing", difficulty=2, draw=draw)


@exercise.step(points=1, ge=0, le=1)
def one_step(p):
    return p.forget[3]


@exercise.step(points=2, ge=0, le=1)
def four_steps(p, one_step):
    return math.prod(p.forget[:3]) * one_step


@exercise.step(points=2, ge=0, le=1)
def steady_steps(p):
    return p.steady**p.steps


@exercise.step(points=2, ge=0, le=1, rtol=1e-3)
def gate_for_half(p):
    return 0.5 ** (1 / p.distance)


@exercise.misconception(of="one_step")
def input_gate_for_forget_gate(p):
    return p.inputs[3]


@exercise.misconception(of="one_step")
def gates_multiplied(p):
    return p.forget[3] * p.inputs[3]


@exercise.misconception(of="one_step")
def one_minus_the_gate(p):
    return 1 - p.forget[3]


@exercise.misconception(of="one_step")
def sigmoid_derivative(p):
    return p.forget[3] * (1 - p.forget[3])


@exercise.misconception(of="four_steps")
def averaged(p):
    return float(np.mean(p.forget))


@exercise.misconception(of="four_steps")
def smallest_gate(p):
    return min(p.forget)


@exercise.misconception(of="four_steps")
def last_step_only(p, one_step):
    return one_step


@exercise.misconception(of="four_steps")
def first_gate_left_out(p, one_step):
    return math.prod(p.forget[1:3]) * one_step


@exercise.misconception(of="steady_steps")
def lost_linearly(p):
    return max(0.0, 1 - p.steps * (1 - p.steady))


@exercise.misconception(of="steady_steps", same_as="last_step_only")
def same_after_any_distance(p):
    return p.steady


@exercise.misconception(of="gate_for_half")
def half_at_each_step(p):
    return 0.5


@exercise.misconception(of="gate_for_half", same_as="lost_linearly")
def half_lost_linearly(p):
    return 1 - 0.5 / p.distance


@exercise.misconception(of="gate_for_half", same_as="lost_linearly")
def half_divided_among_the_steps(p):
    return 0.5 / p.distance
