"""Softmax loss of one sample by hand: probabilities, loss, gradient."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl import activations


class Params(Frozen):
    scores: tuple[float, float, float]
    label: int
    """Counted from 0."""


def draw(rng):
    """The correct class is not the most probable one, and no probability is extreme."""
    while True:
        scores = rng.uniform(-1.5, 3, size=3).round(1) + 0.0  # no -0.0
        label = int(rng.choice(np.argsort(scores)[:2]))
        p = activations.softmax(scores[np.newaxis])[0]
        loss = -np.log(p[label])
        if (
            np.abs(scores).min() > 0.1
            and p.min() > 0.06
            and np.diff(np.sort(p)).min() > 0.07
            and abs(loss - 1) > 0.05
        ):
            return Params(scores=tuple(scores.tolist()), label=label)


exercise = Numeric(syllabus="losses.softmax_loss losses.cross_entropy", difficulty=1, draw=draw)


def softmax(scores):
    return activations.softmax(np.array([scores]))[0]


@exercise.step(points=2, ge=0, le=1)
def probs(p):
    return softmax(p.scores)


@exercise.step(points=2, ge=0)
def loss(p, probs):
    return -np.log(probs[p.label])


@exercise.step(points=3, ge=-1, le=1)
def dscores(p, probs):
    return probs - np.eye(3)[p.label]


@exercise.step(points=2, ge=0)
def shifted_loss(p, probs):
    """The correct class's score is raised by 1."""
    return np.log(1 - probs[p.label] + np.e * probs[p.label]) - np.log(probs[p.label]) - 1


@exercise.misconception(of="probs")
def shares_of_the_scores(p):
    return np.abs(p.scores) / np.sum(np.abs(p.scores))


@exercise.misconception(of="probs")
def not_normalised(p):
    return np.exp(p.scores)


@exercise.misconception(of="probs")
def sigmoid_of_each(p):
    return activations.sigmoid(np.array(p.scores))


@exercise.misconception(of="loss")
def log_base_two(p, probs):
    return -np.log2(probs[p.label])


@exercise.misconception(of="loss")
def minus_forgotten(p, probs):
    return np.log(probs[p.label])


@exercise.misconception(of="loss")
def logarithm_forgotten(p, probs):
    return 1 - np.array(probs)[p.label]


@exercise.misconception(of="loss")
def binary_terms(p, probs):
    q = 1 - np.array(probs)
    q[p.label] = probs[p.label]
    return -np.log(q).sum()


@exercise.misconception(of="loss")
def labels_counted_from_one(p, probs):
    return -np.log(probs[p.label - 1])


@exercise.misconception(of="loss")
def most_probable_class(p, probs):
    return -np.log(np.max(probs))


@exercise.misconception(of="dscores")
def label_not_subtracted(p, probs):
    return np.array(probs)


@exercise.misconception(of="dscores")
def gradient_negated(p, probs):
    return np.eye(3)[p.label] - probs


@exercise.misconception(of="dscores")
def correct_class_only(p, probs):
    return (np.array(probs) - 1) * np.eye(3)[p.label]


@exercise.misconception(of="dscores")
def gradient_of_the_probabilities(p, probs):
    return -np.eye(3)[p.label] / probs


@exercise.misconception(of="shifted_loss")
def loss_less_one(p, probs):
    return -np.log(probs[p.label]) - 1


@exercise.misconception(of="shifted_loss")
def loss_unchanged(p, probs):
    return -np.log(probs[p.label])


@exercise.misconception(of="shifted_loss")
def along_the_gradient(p, probs):
    return -np.log(probs[p.label]) - (1 - np.array(probs)[p.label])
