"""Negative sampling by hand: one true word, two negatives."""

from itertools import combinations

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    h: tuple[float, float]
    true: tuple[float, float]
    negatives: tuple[tuple[float, float], ...]


def draw(rng):
    """Scores with one decimal or two; no result near 0, 1 or -1, and no two words alike or opposite."""
    while True:
        vectors = rng.choice([-1.5, -1.2, -0.8, -0.6, -0.5, 0.4, 0.6, 0.8, 1.2, 1.5], size=(4, 2))
        h, true, *negatives = vectors.tolist()
        p = Params(h=h, true=true, negatives=negatives)
        s = scores(p)
        d = derivatives(p, s)
        results = np.abs([*s, *d, loss(p, s), *dh(p, d)])
        alike = any(u in (v, [-x for x in v]) for u, v in combinations([true, *negatives], 2))
        if not alike and results.min() > 0.15 and results.max() < 3 and np.abs(results - 1).min() > 0.03:
            return p


exercise = Numeric(syllabus="nlp.negative_sampling", difficulty=2, draw=draw)


@exercise.step(points=1)
def scores(p):
    return np.array([p.true, *p.negatives]) @ p.h


@exercise.step(points=2, ge=0)
def loss(p, scores):
    s = np.array(scores)
    return np.log1p(np.exp(-s[0])) + np.log1p(np.exp(s[1:])).sum()


@exercise.step(points=2, ge=-1, le=1)
def derivatives(p, scores):
    return sigmoid(np.array(scores)) - [1, 0, 0]


@exercise.step(points=2)
def dh(p, derivatives):
    return np.array(derivatives) @ np.array([p.true, *p.negatives])


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@exercise.misconception(of="loss")
def negatives_as_positives(p, scores):
    return np.log1p(np.exp(-np.array(scores))).sum()


@exercise.misconception(of="loss")
def mean_of_the_negatives(p, scores):
    s = np.array(scores)
    return np.log1p(np.exp(-s[0])) + np.log1p(np.exp(s[1:])).mean()


@exercise.misconception(of="loss")
def true_word_only(p, scores):
    return np.log1p(np.exp(-scores[0]))


@exercise.misconception(of="loss")
def softmax_over_the_samples(p, scores):
    return np.log(np.exp(scores).sum()) - scores[0]


@exercise.misconception(of="derivatives")
def one_not_subtracted(p, scores):
    return sigmoid(np.array(scores))


@exercise.misconception(of="derivatives")
def one_subtracted_everywhere(p, scores):
    return sigmoid(np.array(scores)) - 1


@exercise.misconception(of="derivatives")
def signs_exchanged(p, scores):
    return [1, 0, 0] - sigmoid(np.array(scores))


@exercise.misconception(of="dh")
def negatives_forgotten(p, derivatives):
    return derivatives[0] * np.array(p.true)


@exercise.misconception(of="dh")
def times_h(p, derivatives):
    return np.sum(derivatives) * np.array(p.h)
