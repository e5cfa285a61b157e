"""Full loss by hand: mean data loss and regularisation."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    losses: tuple[float, float, float, float]
    W: tuple[tuple[float, float, float], tuple[float, float, float]]
    strength: float


def draw(rng):
    """Neither the penalty nor the data loss is small beside the other, or 1."""
    while True:
        data = rng.uniform(0.2, 3.5, size=4).round(2)
        W = (rng.integers(4, 25, size=(2, 3)) / 10 * rng.choice([-1, 1], size=(2, 3))).round(1)
        strength = float(rng.choice([0.02, 0.03, 0.04, 0.05]))
        loss, penalty = data.mean(), strength * np.sum(W**2)
        if min(loss, penalty) > 0.2 and np.abs(np.array([loss, penalty, loss + penalty]) - 1).min() > 0.03:
            return Params(losses=tuple(data.tolist()), W=tuple(map(tuple, W.tolist())), strength=strength)


exercise = Numeric(syllabus="losses.full regularisation.l2", difficulty=1, draw=draw)


@exercise.step(points=1, ge=0)
def data_loss(p):
    return np.mean(p.losses)


@exercise.step(points=2, ge=0)
def penalty(p):
    return p.strength * np.sum(np.square(p.W))


@exercise.step(points=1, ge=0)
def full_loss(p, data_loss, penalty):
    return data_loss + penalty


@exercise.step(points=2)
def dw(p):
    return 2 * p.strength * np.array(p.W)


@exercise.step(points=2, ge=0)
def twice_the_samples(p, data_loss, penalty):
    """Every sample is in the data set twice."""
    return data_loss + penalty


@exercise.misconception(of="data_loss")
def sum_not_mean(p):
    return np.sum(p.losses)


@exercise.misconception(of="penalty")
def root_of_the_squares(p):
    return p.strength * np.sqrt(np.sum(np.square(p.W)))


@exercise.misconception(of="penalty")
def absolute_values(p):
    return p.strength * np.sum(np.abs(p.W))


@exercise.misconception(of="penalty")
def halved(p):
    return p.strength * np.sum(np.square(p.W)) / 2


@exercise.misconception(of="penalty")
def square_of_the_sum(p):
    return p.strength * np.sum(p.W) ** 2


@exercise.misconception(of="penalty")
def mean_of_the_squares(p):
    return p.strength * np.mean(np.square(p.W))


@exercise.misconception(of="full_loss")
def penalty_divided_by_n(p, data_loss, penalty):
    return data_loss + penalty / 4


@exercise.misconception(of="full_loss")
def penalty_subtracted(p, data_loss, penalty):
    return data_loss - penalty


@exercise.misconception(of="full_loss")
def strength_twice(p, data_loss, penalty):
    return data_loss + p.strength * penalty


@exercise.misconception(of="dw")
def gradient_without_2(p):
    return p.strength * np.array(p.W)


@exercise.misconception(of="dw")
def sign_for_weight(p):
    return p.strength * np.sign(p.W)


@exercise.misconception(of="dw")
def magnitudes(p):
    return 2 * p.strength * np.abs(p.W)


@exercise.misconception(of="twice_the_samples")
def everything_doubled(p, data_loss, penalty):
    return 2 * (data_loss + penalty)


@exercise.misconception(of="twice_the_samples")
def data_loss_doubled(p, data_loss, penalty):
    return 2 * data_loss + penalty


@exercise.misconception(of="twice_the_samples")
def penalty_doubled(p, data_loss, penalty):
    return data_loss + 2 * penalty
