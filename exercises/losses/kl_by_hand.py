"""Relative entropy by hand: both ways, and which of two predictions is closer."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl import losses

Triple = tuple[float, float, float]


class Params(Frozen):
    p: Triple
    q: Triple
    r: Triple


SHARES = [
    (4, 4, 8),
    (2, 6, 8),
    (1, 5, 10),
    (3, 3, 10),
    (2, 4, 10),
    (1, 3, 12),
    (3, 5, 8),
    (1, 7, 8),
    (4, 6, 6),
]
"""Sixteenths."""


def draw(rng):
    """One event is impossible under p; q and r rank differently than they lie at first sight."""
    while True:
        share = int(rng.choice([4, 5, 6, 10, 11, 12]))
        q, r = (rng.permutation(np.array(SHARES[k]) / 16) for k in rng.choice(len(SHARES), 2, replace=False))
        p = np.array([share, 16 - share, 0]) / 16
        places = rng.permutation(3)
        p, q, r = p[places], q[places], r[places]
        of_q, of_r = losses.kl_divergence(p, q), losses.kl_divergence(p, r)
        answers = np.array([of_q, of_r, of_r - of_q, of_q / np.log(2)])
        if np.abs(answers).min() > 0.1 and np.abs(np.abs(answers) - 1).min() > 0.03:
            return Params(p=tuple(p.tolist()), q=tuple(q.tolist()), r=tuple(r.tolist()))


exercise = Numeric(syllabus="losses.kl losses.meaning", difficulty=1, draw=draw)


def happening(p):
    """The events that p allows."""
    return np.array(p.p) > 0


def relative(p, other):
    return losses.kl_divergence(p.p, other)


@exercise.step(points=3, ge=0)
def d_q(p):
    return relative(p, p.q)


@exercise.step(points=2, ge=0)
def d_r(p):
    return relative(p, p.r)


@exercise.step(points=2)
def gain(p, d_q, d_r):
    return d_r - d_q


@exercise.step(points=1, ge=0)
def bits(p, d_q):
    return d_q / np.log(2)


def both(name, formula):
    """A mistake that is made for q and for r alike."""

    def d_q(p):
        return formula(p, np.array(p.q))

    def d_r(p):
        return formula(p, np.array(p.r))

    exercise.misconception(type(name, (), {"d_q": d_q, "d_r": d_r}))


def over_what_happens(terms):
    def formula(p, other):
        some = happening(p)
        return np.sum(terms(np.array(p.p)[some], other[some]))

    return formula


both("weighted_by_the_prediction", over_what_happens(lambda p, q: q * np.log(q / p)))
both("cross_entropy", over_what_happens(lambda p, q: -p * np.log(q)))
both("weights_forgotten", over_what_happens(lambda p, q: np.log(p / q)))
both("ratio_reversed", over_what_happens(lambda p, q: p * np.log(q / p)))
both("in_bits", over_what_happens(lambda p, q: p * np.log2(p / q)))
both("impossible_event_counted", lambda p, q: losses.kl_divergence(p.p, q) + q[~happening(p)][0])


@exercise.misconception(of="gain")
def difference_reversed(p, d_q, d_r):
    return d_q - d_r


@exercise.misconception(of="gain")
def between_the_predictions(p, d_q, d_r):
    return losses.kl_divergence(p.q, p.r)


@exercise.misconception(of="bits")
def conversion_reversed(p, d_q):
    return d_q * np.log(2)


@exercise.misconception(of="bits")
def divided_by_two(p, d_q):
    return d_q / 2
