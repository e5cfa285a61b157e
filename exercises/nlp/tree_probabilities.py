"""Hierarchical softmax by hand: the probabilities of four words from three scores."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    scores: tuple[float, float, float]
    target: str


WORDS = "ABCD"
"""Codes 0, 10, 110, 111: the tree is one branch to the right."""


def draw(rng):
    scores = rng.choice(np.setdiff1d(np.arange(-15, 20), [-1, 0, 1]), size=3, replace=False) / 10
    return Params(scores=scores.tolist(), target=str(rng.choice(["B", "C", "D"])))


exercise = Numeric(syllabus="nlp.hierarchical_softmax", difficulty=2, draw=draw)


def sigmoid(x):
    return 1 / (1 + np.exp(-np.asarray(x)))


@exercise.step(points=1)
def left(p):
    return sigmoid(p.scores)


@exercise.step(points=3)
def probabilities(p, left):
    a, b, c = left
    return [a, (1 - a) * b, (1 - a) * (1 - b) * c, (1 - a) * (1 - b) * (1 - c)]


@exercise.step(points=2, ge=0)
def loss(p, probabilities):
    return -np.log(probabilities[WORDS.index(p.target)])


@exercise.step(points=2, ge=-1, le=1)
def root_derivative(p, left):
    return np.array(left)[0]


@exercise.misconception(of="left")
def softmax_of_the_scores(p):
    return np.exp(p.scores) / np.exp(p.scores).sum()


@exercise.misconception(of="left")
def other_turn(p):
    return 1 - sigmoid(p.scores)


@exercise.misconception(of="probabilities")
def turns_ignored(p, left):
    a, b, c = left
    return [a, a * b, a * b * c, a * b * c]


@exercise.misconception(of="probabilities")
def last_turn_only(p, left):
    a, b, c = left
    return [a, b, c, 1 - c]


@exercise.misconception(of="probabilities")
def turns_exchanged(p, left):
    a, b, c = left
    return [1 - a, a * (1 - b), a * b * (1 - c), a * b * c]


@exercise.misconception(of="loss")
def one_minus_the_probability(p, probabilities):
    return 1 - probabilities[WORDS.index(p.target)]


@exercise.misconception(of="loss")
def base_two(p, probabilities):
    return -np.log2(probabilities[WORDS.index(p.target)])


@exercise.misconception(of="root_derivative")
def one_subtracted(p, left):
    return left[0] - 1


@exercise.misconception(of="root_derivative")
def derivative_of_the_sigmoid(p, left):
    return left[0] * (1 - left[0])
