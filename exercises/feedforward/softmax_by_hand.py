"""Softmax by hand, of scores that no calculator can exponentiate."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    x: tuple[float, float, float]


def draw(rng):
    """Scores near a thousand whose differences are moderate; none of them is in the middle."""
    base = int(rng.choice([1200, 1500, 2400, 3000]))
    gaps = np.array([0.0, rng.uniform(0.4, 0.9), rng.uniform(1.3, 2.0)]).round(1)
    x = base + rng.permutation(-gaps) + rng.integers(1, 10) / 10
    return Params(x=tuple(x.round(1).tolist()))


exercise = Numeric(syllabus="feedforward.softmax", difficulty=1, draw=draw)


def below_the_largest(p):
    return np.array(p.x) - max(p.x)


@exercise.step(points=2, ge=1, le=3)
def z(p):
    return np.exp(below_the_largest(p)).sum()


@exercise.step(points=3, ge=0, le=1)
def probs(p, z):
    return np.exp(below_the_largest(p)) / z


@exercise.step(points=3, ge=0, le=1)
def doubled(p, probs):
    squares = np.square(probs)
    return squares / squares.sum()


@exercise.misconception(of="z")
def smallest_taken_off(p):
    return np.exp(np.array(p.x) - min(p.x)).sum()


@exercise.misconception(of="z")
def mean_taken_off(p):
    return np.exp(np.array(p.x) - np.mean(p.x)).sum()


@exercise.misconception(of="z")
def difference_reversed(p):
    return np.exp(-below_the_largest(p)).sum()


@exercise.misconception(of="z")
def largest_left_out(p):
    return np.exp(below_the_largest(p)).sum() - 1


@exercise.misconception(of="probs")
def shares_of_the_scores(p, z):
    return np.array(p.x) / np.sum(p.x)


@exercise.misconception(of="probs")
def not_normalised(p, z):
    return np.exp(below_the_largest(p))


@exercise.misconception(of="probs")
def smallest_score_most_probable(p, z):
    e = np.exp(-below_the_largest(p))
    return e / e.sum()


@exercise.misconception(of="probs")
def powers_of_two(p, z):
    e = 2 ** below_the_largest(p)
    return e / e.sum()


@exercise.misconception(of="doubled")
def invariant_under_factors(p, probs):
    return probs


@exercise.misconception(of="doubled")
def squared_only(p, probs):
    return np.square(probs)


@exercise.misconception(of="doubled")
def twice_the_probabilities(p, probs):
    return 2 * np.array(probs)


@exercise.misconception(of="doubled")
def root_for_square(p, probs):
    roots = np.sqrt(probs)
    return roots / roots.sum()
