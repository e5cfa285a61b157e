"""The first two steps of Adam by hand, with one parameter."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    w: float
    g1: int
    g2: int
    rate: float
    beta1: float
    beta2: float


def draw(rng):
    """Gradients of both signs, of different sizes; no result is near 0, 1 or -1."""
    while True:
        p = Params(
            w=rng.choice([-2.5, -1.5, 1.5, 2.5]),
            g1=rng.choice([-4, -3, -2, 2, 3, 4]),
            g2=rng.choice([-4, -3, -2, 2, 3, 4]),
            rate=rng.choice([0.2, 0.25, 0.3]),
            beta1=rng.choice([0.7, 0.8]),
            beta2=rng.choice([0.9, 0.95]),
        )
        m, v = m2(p), v2(p)
        results = np.abs([m, v, m_hat(p, m), v_hat(p, v), w1(p), w2(p, w1(p), m_hat(p, m), v_hat(p, v))])
        apart = abs(p.g1) != abs(p.g2) and results.min() > 0.15 and np.abs(results - 1).min() > 0.05
        if apart and abs(m_hat(p, m)) > 1:
            return p


exercise = Numeric(syllabus="optimisation.adam", difficulty=3, draw=draw)


@exercise.step(points=2)
def w1(p):
    return p.w - p.rate * np.sign(p.g1)


@exercise.step(points=1)
def m2(p):
    return p.beta1 * (1 - p.beta1) * p.g1 + (1 - p.beta1) * p.g2


@exercise.step(points=1, ge=0)
def v2(p):
    return p.beta2 * (1 - p.beta2) * p.g1**2 + (1 - p.beta2) * p.g2**2


@exercise.step(points=1)
def m_hat(p, m2):
    return m2 / (1 - p.beta1**2)


@exercise.step(points=1, ge=0)
def v_hat(p, v2):
    return v2 / (1 - p.beta2**2)


@exercise.step(points=2)
def w2(p, w1, m_hat, v_hat):
    return w1 - p.rate * m_hat / np.sqrt(v_hat)


@exercise.misconception(of="w1")
def no_correction(p):
    return p.w - p.rate * np.sign(p.g1) * (1 - p.beta1) / np.sqrt(1 - p.beta2)


@exercise.misconception(of="w1")
def plain_gradient_descent(p):
    return p.w - p.rate * p.g1


@exercise.misconception(of="w1")
def ascends(p):
    return p.w + p.rate * np.sign(p.g1)


@exercise.misconception(of="m2")
def old_moment_lost(p):
    return (1 - p.beta1) * p.g2


@exercise.misconception(of="m2")
def weights_exchanged(p):
    return (1 - p.beta1) * p.beta1 * p.g1 + p.beta1 * p.g2


@exercise.misconception(of="m2")
def starts_with_the_gradient(p):
    return p.beta1 * p.g1 + (1 - p.beta1) * p.g2


@exercise.misconception(of="v2")
def gradient_not_squared(p):
    return p.beta2 * (1 - p.beta2) * abs(p.g1) + (1 - p.beta2) * abs(p.g2)


@exercise.misconception(of="v2")
def beta1_for_both(p):
    return p.beta1 * (1 - p.beta1) * p.g1**2 + (1 - p.beta1) * p.g2**2


@exercise.misconception(of="m_hat")
def correction_of_the_first_step(p, m2):
    return m2 / (1 - p.beta1)


@exercise.misconception(of="v_hat", same_as="correction_of_the_first_step")
def correction_of_the_first_step_in_v(p, v2):
    return v2 / (1 - p.beta2)


@exercise.misconception(of="m_hat")
def correction_multiplies(p, m2):
    return m2 * (1 - p.beta1**2)


@exercise.misconception(of="v_hat", same_as="correction_multiplies")
def correction_multiplies_in_v(p, v2):
    return v2 * (1 - p.beta2**2)


@exercise.misconception(of="w2")
def root_forgotten(p, w1, m_hat, v_hat):
    return w1 - p.rate * m_hat / v_hat


@exercise.misconception(of="w2")
def from_the_start(p, w1, m_hat, v_hat):
    return p.w - p.rate * m_hat / np.sqrt(v_hat)
