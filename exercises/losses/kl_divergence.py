"""Relative entropy of two distributions, in nats."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.kl losses.entropy",
    difficulty=1,
    calls="kl_divergence(p, q) -> d",  # p (K,), q (K,), natural logarithm
    reference=losses.kl_divergence,
    points={"value": 6, "zeros": 2, "infinite": 2},
    checks={"value": "d", "zeros": "d", "infinite": "d"},
    needs={"infinite": "value"},  # a constant inf must not pay
)


def distributions(rng):
    """Two distributions of 4 to 6 events in hundredths, none of them impossible."""
    k = int(rng.integers(4, 7))
    return [(rng.multinomial(100 - k, rng.dirichlet(np.full(k, 2.0))) + 1) / 100 for _ in "pq"]


def hand_over(p, event, heir):
    """Make an event impossible; another takes its probability."""
    p[heir] += p[event]
    p[event] = 0


@exercise.cases("value", hidden=5, public=2)
def unrelated_distributions(rng):
    """D(p || q) and D(q || p) differ: catches the swap."""
    p, q = distributions(rng)
    return Case(p=p, q=q)


@exercise.cases("zeros", hidden=3, public=1)
def impossible_events(rng):
    """0 log 0 counts as 0, also where q is 0 too: catches the nan of p * log(p / q)."""
    p, q = distributions(rng)
    event, other, heir = rng.choice(len(p), size=3, replace=False)
    hand_over(p, event, heir)
    hand_over(p, other, heir)
    hand_over(q, other, heir)
    return Case(p=p, q=q)


@exercise.cases("infinite", hidden=3)
def excluded_event(rng):
    """q excludes what happens under p: catches q clipped to something tiny, and the term left out."""
    p, q = distributions(rng)
    event, heir = rng.choice(len(p), size=2, replace=False)
    hand_over(q, event, heir)
    return Case(p=p, q=q)


def with_zeros_left_out(p, q, summed):
    some = p > 0
    return float(np.sum(summed(p[some], q[some])))


@exercise.misconception
def swapped(p, q):
    return losses.kl_divergence(q, p)


@exercise.misconception(same_as="swapped")
def weighted_by_q(p, q):
    return with_zeros_left_out(p, q, lambda p, q: q * np.log(p / q))


@exercise.misconception(same_as="swapped")
def swapped_with_zeros_left(p, q):
    return np.sum(q * np.log(q / p))


@exercise.misconception
def in_bits(p, q):
    return losses.kl_divergence(p, q) / np.log(2)


@exercise.misconception
def cross_entropy(p, q):
    return with_zeros_left_out(p, q, lambda p, q: -p * np.log(q))


@exercise.misconception
def entropy(p, q):
    return with_zeros_left_out(p, q, lambda p, q: -p * np.log(p))


@exercise.misconception
def zeros_left_to_numpy(p, q):
    return np.sum(p * np.log(p / q))


@exercise.misconception
def zero_q_left_out(p, q):
    some = (p > 0) & (q > 0)
    return np.sum(p[some] * np.log(p[some] / q[some]))


def clip_at(tiny, name, same_as=None):
    def clipped(p, q):
        p, q = np.clip(p, tiny, 1), np.clip(q, tiny, 1)
        return np.sum(p * np.log(p / q))

    clipped.__name__ = name
    exercise.misconception(same_as=same_as)(clipped)


clip_at(1e-12, "clipped")
for digits in (7, 8, 9, 10, 15):
    clip_at(10.0**-digits, f"clipped_at_1e_{digits}", same_as="clipped")


@exercise.misconception
def not_weighted(p, q):
    return with_zeros_left_out(p, q, lambda p, q: np.log(p / q))


@exercise.misconception
def negative(p, q):
    return -losses.kl_divergence(p, q)


@exercise.misconception
def mean_not_sum(p, q):
    return losses.kl_divergence(p, q) / len(p)
