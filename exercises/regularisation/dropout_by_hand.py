"""Dropout by hand: a given mask, the expectation over all masks, and the two ways of scaling."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    p: float
    x: tuple[float, ...]
    mask: tuple[int, ...]
    w: tuple[float, ...]
    dy: float

    @property
    def kept(self) -> np.ndarray:
        return np.array(self.x) * self.mask

    @property
    def dot(self) -> float:
        return float(np.dot(self.w, self.x))


def draw(rng):
    """Some entries kept and some dropped; w x is not near 0, with the mask or without."""
    while True:
        x = rng.choice([-1, 1], size=5) * rng.choice([0.5, 0.8, 1.2, 1.5, 2.0], size=5, replace=False)
        p = Params(
            p=rng.choice([0.25, 0.4, 0.6, 0.75, 0.8]),
            x=tuple(x.round(1).tolist()),
            mask=tuple(rng.permutation([1, 1, 1, 0, 0] if rng.random() < 0.5 else [1, 1, 0, 0, 0]).tolist()),
            w=tuple((rng.choice([-1, 1], size=5) * rng.choice([0.5, 1.0, 1.5, 2.0], size=5)).tolist()),
            dy=rng.choice([-2.0, -0.5, 0.5, 3.0]),
        )
        y = np.dot(p.w, p.kept) / p.p
        if all(abs(value) > 0.3 and abs(abs(value) - 1) > 0.05 for value in (y, p.dot, p.dot * p.p)):
            return p


exercise = Numeric(syllabus="regularisation.dropout", difficulty=2, draw=draw)


@exercise.step(points=2)
def out(p):
    return (p.kept / p.p).tolist()


@exercise.step(points=1)
def y_train(p, out):
    return float(np.dot(p.w, out))


@exercise.step(points=2)
def dx(p):
    return (p.dy * np.array(p.w) * p.mask / p.p).tolist()


@exercise.step(points=2)
def y_mean(p):
    return p.dot


@exercise.step(points=2)
def y_test_plain(p):
    return p.p * p.dot


@exercise.misconception(of="out")
def not_scaled(p):
    return p.kept.tolist()


@exercise.misconception(of="out")
def scaled_the_wrong_way(p):
    return (p.kept * p.p).tolist()


@exercise.misconception(of="out")
def probability_of_dropping(p):
    return (p.kept / (1 - p.p)).tolist()


@exercise.misconception(of="out")
def mask_reversed(p):
    return ((np.array(p.x) - p.kept) / p.p).tolist()


@exercise.misconception(of="y_train")
def mask_ignored(p):
    return p.dot


@exercise.misconception(of="dx")
def gradient_without_mask(p):
    return (p.dy * np.array(p.w) / p.p).tolist()


@exercise.misconception(of="dx")
def gradient_without_scale(p):
    return (p.dy * np.array(p.w) * p.mask).tolist()


@exercise.misconception(of="dx")
def inputs_for_weights(p):
    return (p.dy * p.kept / p.p).tolist()


@exercise.misconception(of="y_mean")
def expectation_of_the_plain_mask(p):
    return p.p * p.dot


@exercise.misconception(of="y_mean")
def this_mask_for_all(p, y_train):
    return y_train


@exercise.misconception(of="y_test_plain")
def nothing_to_do_at_test_time(p):
    return p.dot


@exercise.misconception(of="y_test_plain")
def divided_at_test_time(p):
    return p.dot / p.p


@exercise.misconception(of="y_test_plain", same_as="probability_of_dropping")
def multiplied_by_the_dropped_share(p):
    return (1 - p.p) * p.dot
