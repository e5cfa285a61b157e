"""Entropy + relative entropy = cross entropy, in numbers."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl import losses


class Params(Frozen):
    p: tuple[float, ...]
    q: tuple[float, ...]


def draw(rng):
    """Three events in twentieths; p and q are in different order, and D is not small."""
    while True:
        p, q = ((rng.multinomial(14, rng.dirichlet([2.0] * 3)) + 2) / 20 for _ in "pq")
        d = losses.kl_divergence(p, q)
        h = losses.entropy(p)
        if 0.12 < d < 0.8 and 0.6 < h < 0.97 and abs(losses.kl_divergence(q, p) - d) > 0.03 and h + d > 1.03:
            return Params(p=tuple(p.tolist()), q=tuple(q.tolist()))


exercise = Numeric(
    syllabus="losses.identity losses.entropy losses.kl losses.cross_entropy", difficulty=1, draw=draw
)


def arrays(p):
    return np.array(p.p), np.array(p.q)


@exercise.step(points=2, ge=0)
def h(p):
    return losses.entropy(p.p)


@exercise.step(points=3, ge=0)
def d(p):
    return losses.kl_divergence(*arrays(p))


@exercise.step(points=2, ge=0)
def c(p, h, d):
    return h + d


@exercise.step(points=1, ge=0)
def bits(p, c):
    return c / np.log(2)


@exercise.misconception(of="h")
def entropy_in_bits(p):
    return losses.entropy(p.p, 2)


@exercise.misconception(of="h")
def entropy_of_the_prediction(p):
    return losses.entropy(p.q)


@exercise.misconception(of="h")
def entropy_without_weights(p):
    return -np.sum(np.log(p.p))


@exercise.misconception(of="d")
def swapped(p):
    return losses.kl_divergence(*arrays(p)[::-1])


@exercise.misconception(of="d", same_as="entropy_in_bits")
def relative_entropy_in_bits(p):
    return losses.kl_divergence(*arrays(p), 2)


@exercise.misconception(of="d")
def cross_entropy_for_relative(p):
    return losses.cross_entropy(*arrays(p))


@exercise.misconception(of="d")
def difference_of_entropies(p):
    return losses.entropy(p.q) - losses.entropy(p.p)


@exercise.misconception(of="c")
def difference_for_sum(p, h, d):
    return abs(h - d)


@exercise.misconception(of="c", same_as="swapped")
def cross_entropy_swapped(p, h, d):
    return losses.cross_entropy(*arrays(p)[::-1])


@exercise.misconception(of="bits")
def conversion_reversed(p, c):
    return c * np.log(2)


@exercise.misconception(of="bits")
def divided_by_two(p, c):
    return c / 2
