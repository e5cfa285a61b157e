"""SVM loss of one sample by hand: margins, loss, gradient."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    scores: tuple[float, float, float, float]
    label: int
    """Counted from 0."""


def draw(rng):
    """Of three margins two are violated, one of them by a score below the correct one, in every variant."""
    while True:
        scores = rng.uniform(-2, 4, size=4).round(1) + 0.0  # no -0.0
        label = int(rng.integers(1, 4))
        margins = np.delete(scores - scores[label] + 1, label)
        low, middle, high = np.sort(margins)
        if low < -0.3 and 0.15 < middle < 0.9 and 1.2 < high < 2.6:
            return Params(scores=tuple(scores.tolist()), label=label)


exercise = Numeric(syllabus="losses.svm", difficulty=1, draw=draw)


def differences(p):
    """s_j - s_y + 1, and 0 for the correct class."""
    s = np.array(p.scores)
    d = s - s[p.label] + 1
    d[p.label] = 0
    return d.round(6)


@exercise.step(points=3, ge=0)
def margins(p):
    return np.maximum(0, differences(p))


@exercise.step(points=1, ge=0)
def loss(p, margins):
    return np.sum(margins)


@exercise.step(points=3, ge=-3, le=3)
def dscores(p, margins):
    violated = (np.array(margins) > 0).astype(int)
    violated[p.label] = -np.delete(violated, p.label).sum()
    return violated


@exercise.step(points=2, ge=0)
def raise_by(p, margins):
    """How far the correct score must rise until the loss is 0."""
    return np.max(margins)


def relative_scores(p, margin, label=None):
    s = np.array(p.scores)
    return s - s[p.label if label is None else label] + margin


def without_the_correct_class(p, values):
    values = np.maximum(0, values)
    values[p.label] = 0
    return values.round(6)


@exercise.misconception(of="margins")
def correct_class_counted(p):
    return np.maximum(0, relative_scores(p, 1)).round(6)


@exercise.misconception(of="margins")
def no_margin(p):
    return without_the_correct_class(p, relative_scores(p, 0))


@exercise.misconception(of="margins")
def margin_subtracted(p):
    return without_the_correct_class(p, relative_scores(p, -1))


@exercise.misconception(of="margins")
def negative_ones_kept(p):
    return differences(p)


@exercise.misconception(of="margins")
def difference_reversed(p):
    return without_the_correct_class(p, 2 - relative_scores(p, 1))


@exercise.misconception(of="margins")
def labels_counted_from_one(p):
    d = np.maximum(0, relative_scores(p, 1, p.label - 1))
    d[p.label - 1] = 0
    return d.round(6)


@exercise.misconception(of="loss")
def mean_over_classes(p, margins):
    return np.sum(margins) / 4


@exercise.misconception(of="loss")
def mean_over_the_others(p, margins):
    return np.sum(margins) / 3


@exercise.misconception(of="loss")
def largest_only(p, margins):
    return np.max(margins)


@exercise.misconception(of="loss")
def squared(p, margins):
    return np.sum(np.square(margins))


@exercise.misconception(of="dscores")
def correct_class_without_gradient(p, margins):
    return (np.array(margins) > 0).astype(int)


@exercise.misconception(of="dscores")
def correct_class_counts_once(p, margins):
    violated = (np.array(margins) > 0).astype(int)
    violated[p.label] = -1
    return violated


@exercise.misconception(of="dscores")
def all_margins_counted(p, margins):
    gradient = np.ones(4, dtype=int)
    gradient[p.label] = -3
    return gradient


@exercise.misconception(of="dscores")
def gradient_negated(p, margins):
    return -dscores(p, margins)


@exercise.misconception(of="raise_by")
def by_the_whole_loss(p, margins):
    return np.sum(margins)


@exercise.misconception(of="raise_by")
def up_to_the_highest_score(p, margins):
    return np.max(margins) - 1
