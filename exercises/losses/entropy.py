"""Entropy of a distribution, in nats and in bits."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.entropy",
    difficulty=1,
    calls="entropy(p, base) -> h",  # p (K,)
    reference=losses.entropy,
    points={"nats": 3, "bits": 3, "zeros": 2},
    checks={"nats": "h", "bits": "h", "zeros": "h"},
)


def distribution(rng):
    """4 to 7 events in hundredths, none of them impossible."""
    k = int(rng.integers(4, 8))
    return (rng.multinomial(100 - k, rng.dirichlet(np.full(k, 1.5))) + 1) / 100


@exercise.cases("nats", hidden=3, public=1)
def natural_logarithm(rng):
    """Uneven, so that log K is wrong."""
    return Case(p=distribution(rng), base=np.e)


@exercise.cases("bits", hidden=3, public=1)
def base_two(rng):
    """Catches a base that is ignored."""
    return Case(p=distribution(rng), base=2.0)


@exercise.cases("zeros", hidden=3, public=1)
def impossible_events(rng):
    """0 log 0 counts as 0: catches the nan of p * log(p)."""
    p = distribution(rng)
    gone, other, heir = rng.choice(len(p), size=3, replace=False)
    p[heir] += p[gone] + p[other]
    p[[gone, other]] = 0
    return Case(p=p, base=np.e)


def summed(p, base, terms):
    with np.errstate(divide="ignore", invalid="ignore"):
        some = p > 0
        return np.sum(terms(p[some])) / np.log(base)


@exercise.misconception
def minus_forgotten(p, base):
    return summed(p, base, lambda p: p * np.log(p))


@exercise.misconception
def base_ignored(p, base):
    return losses.entropy(p)


@exercise.misconception
def multiplied_by_the_logarithm_of_the_base(p, base):
    return losses.entropy(p) * np.log(base)


@exercise.misconception
def divided_by_the_base(p, base):
    return losses.entropy(p) / base


@exercise.misconception
def zeros_left_to_numpy(p, base):
    return -np.sum(p * np.log(p)) / np.log(base)


@exercise.misconception
def weights_forgotten(p, base):
    return summed(p, base, lambda p: -np.log(p))


@exercise.misconception
def of_the_uniform_distribution(p, base):
    return np.log(len(p)) / np.log(base)


@exercise.misconception
def mean_not_sum(p, base):
    return losses.entropy(p, base) / len(p)


@exercise.misconception
def binary_entropy_of_each(p, base):
    return summed(p, base, lambda p: -p * np.log(p) - (1 - p) * np.log(1 - p))
