"""L1 and L2 norms of a weight matrix, and the penalties made of them."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    W: tuple[tuple[float, float, float], tuple[float, float, float]]
    reg: float
    data_loss: float


def draw(rng):
    """Both signs, one weight 0; neither norm is near the other, nor is a penalty near 1."""
    while True:
        sizes = rng.choice([0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0], size=6, replace=False)
        W = (rng.choice([-1, 1], size=6) * sizes).reshape(2, 3) + 0.0
        p = Params(
            W=tuple(tuple(row) for row in W.tolist()),
            reg=rng.choice([0.05, 0.1, 0.2]),
            data_loss=rng.choice([0.8, 1.4, 2.3]),
        )
        penalties = p.reg * np.abs(W).sum(), p.reg * np.square(W).sum()
        both_signs = (W < 0).sum() >= 2 and (W > 0).sum() >= 2 and abs(W.sum()) > 0.4
        if both_signs and 0.0 in sizes and all(abs(value - 1) > 0.03 for value in penalties):
            return p


exercise = Numeric(syllabus="regularisation.l1 regularisation.l2 losses.full", difficulty=1, draw=draw)


@exercise.step(points=1, ge=0)
def l1(p):
    return float(np.abs(p.W).sum())


@exercise.step(points=2, ge=0)
def l2(p):
    return float(np.sqrt(np.square(p.W).sum()))


@exercise.step(points=1, ge=0)
def l1_penalty(p, l1):
    return p.reg * l1


@exercise.step(points=2, ge=0)
def l2_penalty(p, l2):
    return p.reg * l2**2


@exercise.step(points=1, ge=0)
def loss(p, l2_penalty):
    return p.data_loss + l2_penalty


@exercise.misconception(of="l1")
def signs_kept(p):
    return float(np.abs(np.sum(p.W)))


@exercise.misconception(of="l1")
def averaged(p):
    return float(np.abs(p.W).mean())


@exercise.misconception(of="l1")
def largest_column(p):
    return float(np.abs(p.W).sum(axis=0).max())


@exercise.misconception(of="l2")
def root_forgotten(p):
    return float(np.square(p.W).sum())


@exercise.misconception(of="l2")
def sum_squared_after_adding(p):
    return float(np.abs(p.W).sum())


@exercise.misconception(of="l2", same_as="averaged")
def root_of_the_mean(p):
    return float(np.sqrt(np.square(p.W).mean()))


@exercise.misconception(of="l2")
def largest_singular_value(p):
    return float(np.linalg.norm(np.array(p.W), 2))


@exercise.misconception(of="l1_penalty")
def strength_forgotten(p, l1):
    return l1


@exercise.misconception(of="l2_penalty")
def norm_not_squared(p, l2):
    return p.reg * l2


@exercise.misconception(of="l2_penalty")
def halved(p, l2):
    return p.reg * l2**2 / 2


@exercise.misconception(of="l2_penalty")
def strength_squared_too(p, l2):
    return (p.reg * l2) ** 2


@exercise.misconception(of="loss")
def penalty_subtracted(p, l2_penalty):
    return abs(p.data_loss - l2_penalty)


@exercise.misconception(of="loss")
def both_penalties(p, l1_penalty, l2_penalty):
    return p.data_loss + l1_penalty + l2_penalty
