"""Cross entropy of two distributions, in nats or bits."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.cross_entropy",
    difficulty=1,
    calls="cross_entropy(p, q, base) -> h",  # p (K,) the true, q (K,) the predicted distribution
    reference=losses.cross_entropy,
    points={"value": 5, "bits": 1, "zeros": 2, "infinite": 2},
    checks={"value": "h", "bits": "h", "zeros": "h", "infinite": "h"},
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


@exercise.cases("value", hidden=4, public=2)
def unrelated_distributions(rng):
    """H(p, q), H(q, p), H(p) and D(p || q) all differ: catches each in another's place."""
    p, q = distributions(rng)
    return Case(p=p, q=q, base=np.e)


@exercise.cases("bits", hidden=2)
def base_two(rng):
    """Catches a base that is ignored."""
    p, q = distributions(rng)
    return Case(p=p, q=q, base=2.0)


@exercise.cases("zeros", hidden=3, public=1)
def impossible_events(rng):
    """0 log 0 counts as 0, where q is 0 too: catches nan."""
    p, q = distributions(rng)
    event, other, heir = rng.choice(len(p), size=3, replace=False)
    for distribution, gone in ((p, event), (p, other), (q, other)):
        hand_over(distribution, gone, heir)
    return Case(p=p, q=q, base=np.e)


@exercise.cases("infinite", hidden=2)
def excluded_event(rng):
    """q excludes what happens under p: catches q clipped, and the term left out."""
    p, q = distributions(rng)
    event, heir = rng.choice(len(p), size=2, replace=False)
    hand_over(q, event, heir)
    return Case(p=p, q=q, base=np.e)


def summed(p, q, base, terms):
    with np.errstate(divide="ignore", invalid="ignore"):
        some = p > 0
        return float(np.sum(terms(p[some], q[some])) / np.log(base))


@exercise.misconception
def swapped(p, q, base):
    return losses.cross_entropy(q, p, base)


@exercise.misconception
def relative_entropy(p, q, base):
    return losses.kl_divergence(p, q, base)


@exercise.misconception
def own_entropy(p, q, base):
    return losses.entropy(p, base)


@exercise.misconception
def minus_forgotten(p, q, base):
    return -losses.cross_entropy(p, q, base)


@exercise.misconception
def base_ignored(p, q, base):
    return losses.cross_entropy(p, q)


@exercise.misconception
def binary_terms_added(p, q, base):
    return summed(p, q, base, lambda p, q: -p * np.log(q) - (1 - p) * np.log(1 - q))


@exercise.misconception(same_as="binary_terms_added")
def binary_terms_of_impossible_events_too(p, q, base):
    certain_not = -np.sum((1 - p) * np.log(1 - q)) / np.log(base)
    return losses.cross_entropy(p, q, base) + certain_not


@exercise.misconception(same_as="binary_terms_added")
def binary_terms_left_to_numpy(p, q, base):
    return -np.sum(p * np.log(q) + (1 - p) * np.log(1 - q)) / np.log(base)


@exercise.misconception
def mean_not_sum(p, q, base):
    return losses.cross_entropy(p, q, base) / len(p)


@exercise.misconception
def most_probable_class_only(p, q, base):
    return -np.log(q[np.argmax(p)]) / np.log(base)


@exercise.misconception
def zeros_left_to_numpy(p, q, base):
    return -np.sum(p * np.log(q)) / np.log(base)


@exercise.misconception
def zero_q_left_out(p, q, base):
    some = (p > 0) & (q > 0)
    return -np.sum(p[some] * np.log(q[some])) / np.log(base)


def clip_at(tiny, name, same_as=None):
    def clipped(p, q, base):
        return -np.sum(p * np.log(np.clip(q, tiny, 1))) / np.log(base)

    clipped.__name__ = name
    exercise.misconception(same_as=same_as)(clipped)


clip_at(1e-12, "clipped")
for digits in (7, 8, 9, 10, 15):
    clip_at(10.0**-digits, f"clipped_at_1e_{digits}", same_as="clipped")
