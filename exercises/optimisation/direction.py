"""A descent direction by hand: gradient, inner product with a step, steepest step, an update."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    a: int
    b: int
    c: int
    w: tuple[int, int]
    step: tuple[int, int]
    rate: float

    def value(self, w):
        return self.a * w[0] ** 2 + self.b * w[0] * w[1] + self.c * w[1] ** 2


def draw(rng):
    """The step descends or ascends, and is neither along the gradient nor across it."""
    while True:
        a, b, c = (int(number) for number in rng.choice([2, 3, 4, 5], size=3, replace=False))
        w, step = rng.choice([-4, -3, -2, 2, 3, 4], size=(2, 2)).tolist()
        p = Params(a=a, b=b, c=c, w=w, step=step, rate=rng.choice([0.01, 0.02, 0.05]))
        g = gradient(p)
        cosine = g @ step / (np.linalg.norm(g) * np.linalg.norm(step))
        new = np.abs(w_new(p, g))
        plain = np.abs(g).min() > 3 and new.min() > 0.1 and np.abs(new - 1).min() > 0.05
        if plain and 0.2 < abs(cosine) < 0.9 and decrease(p, w_new(p, g)) > 1.5:
            return p


exercise = Numeric(syllabus="optimisation.direction optimisation.update", difficulty=2, draw=draw)


@exercise.step(points=2)
def gradient(p):
    return np.array([2 * p.a * p.w[0] + p.b * p.w[1], p.b * p.w[0] + 2 * p.c * p.w[1]])


@exercise.step(points=1)
def inner(p, gradient):
    return int(np.dot(gradient, p.step))


@exercise.step(points=2, le=0)
def steepest(p, gradient):
    return -np.linalg.norm(gradient) * np.linalg.norm(p.step)


@exercise.step(points=2)
def w_new(p, gradient):
    return np.array(p.w) - p.rate * np.array(gradient)


@exercise.step(points=1)
def decrease(p, w_new):
    return p.value(p.w) - p.value(w_new)


@exercise.misconception(of="gradient")
def mixed_term_forgotten(p):
    return [2 * p.a * p.w[0], 2 * p.c * p.w[1]]


@exercise.misconception(of="gradient")
def two_forgotten(p):
    return [p.a * p.w[0] + p.b * p.w[1], p.b * p.w[0] + p.c * p.w[1]]


@exercise.misconception(of="gradient")
def gradient_negated(p):
    return -gradient(p)


@exercise.misconception(of="inner")
def product_of_lengths(p, gradient):
    return np.linalg.norm(gradient) * np.linalg.norm(p.step)


@exercise.misconception(of="inner")
def with_the_negative_gradient(p, gradient):
    return -int(np.dot(gradient, p.step))


@exercise.misconception(of="steepest")
def length_of_the_step_forgotten(p, gradient):
    return -np.linalg.norm(gradient)


@exercise.misconception(of="steepest")
def largest_not_smallest(p, gradient):
    return np.linalg.norm(gradient) * np.linalg.norm(p.step)


@exercise.misconception(of="steepest")
def step_of_the_gradients_length(p, gradient):
    return -float(np.dot(gradient, gradient))


@exercise.misconception(of="w_new")
def uphill(p, gradient):
    return np.array(p.w) + p.rate * np.array(gradient)


@exercise.misconception(of="w_new")
def step_alone(p, gradient):
    return -p.rate * np.array(gradient)


@exercise.misconception(of="w_new")
def gradient_normalised(p, gradient):
    return np.array(p.w) - p.rate * np.array(gradient) / np.linalg.norm(gradient)


@exercise.misconception(of="decrease")
def difference_reversed(p, w_new):
    return p.value(w_new) - p.value(p.w)


@exercise.misconception(of="decrease")
def first_order_only(p, w_new):
    return float(np.dot(gradient(p), np.array(p.w) - w_new))
