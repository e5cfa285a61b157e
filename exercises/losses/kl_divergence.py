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
    needs={"zeros": "value", "infinite": "value"},  # a constant inf must not pay
)


def distributions(rng):
    k = int(rng.integers(3, 7))
    return rng.dirichlet(np.full(k, 2.0), size=2)


@exercise.cases("value", hidden=5, public=2)
def unrelated_distributions(rng):
    """D(p || q) and D(q || p) differ: catches the swap."""
    p, q = distributions(rng)
    return Case(p=p, q=q)


@exercise.cases("zeros", hidden=2, public=1)
def impossible_event(rng):
    """0 log 0 counts as 0: catches the nan of p * log(p / q)."""
    p, q = distributions(rng)
    p[rng.integers(len(p))] = 0
    return Case(p=p / p.sum(), q=q)


@exercise.cases("infinite", hidden=2)
def excluded_event(rng):
    """q excludes what happens under p: catches q clipped to something tiny."""
    p, q = distributions(rng)
    q[rng.integers(len(q))] = 0
    return Case(p=p, q=q / q.sum())


@exercise.misconception
def swapped(p, q):
    return losses.kl_divergence(q, p)


@exercise.misconception
def in_bits(p, q):
    return losses.kl_divergence(p, q) / np.log(2)


@exercise.misconception
def cross_entropy(p, q):
    return -np.sum(np.where(p > 0, p * np.log(q), 0))


@exercise.misconception
def zeros_left_to_numpy(p, q):
    return np.sum(p * np.log(p / q))


@exercise.misconception
def clipped(p, q):
    p, q = np.clip(p, 1e-12, 1), np.clip(q, 1e-12, 1)
    return np.sum(p * np.log(p / q))


@exercise.misconception
def not_weighted(p, q):
    return np.sum(np.log(p[p > 0] / q[p > 0]))


@exercise.misconception
def negative(p, q):
    return -losses.kl_divergence(p, q)


@exercise.misconception
def mean_not_sum(p, q):
    return losses.kl_divergence(p, q) / len(p)
