"""CBOW by hand: mean of the context's codes, scores, loss, and the gradient of a row of W."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    W: tuple[tuple[float, ...], ...]
    W_out: tuple[tuple[float, ...], ...]
    twice: int
    once: int
    target: int


def draw(rng):
    """A context of three, one word of it twice; means that differ, and no result near 0, 1 or -1."""
    while True:
        W = rng.choice([-12, -9, -6, -3, 3, 6, 9, 12, 15], size=(4, 2)) / 10
        W_out = rng.choice([-3, -2, -1.5, -0.5, 0.5, 1.5, 2, 3], size=(2, 4))
        twice, once, target = rng.permutation(4)[:3] + 1
        p = Params(W=W.tolist(), W_out=W_out.tolist(), twice=twice, once=once, target=target)
        code = h(p)
        scores = y(p, code)
        gradient = dh(p, scores)
        if abs(abs(code[0]) - abs(code[1])) < 0.05:
            continue
        results = np.abs([*code, *scores, *gradient, *row(p, gradient), loss(p, scores)])
        if results.min() > 0.15 and results.max() < 3 and np.abs(results - 1).min() > 0.03:
            return p


exercise = Numeric(syllabus="nlp.cbow nlp.word2vec_loss", difficulty=2, draw=draw)


@exercise.step(points=2)
def h(p):
    W = np.array(p.W)
    return (2 * W[p.twice - 1] + W[p.once - 1]) / 3


@exercise.step(points=1)
def y(p, h):
    return np.array(p.W_out).T @ h


@exercise.step(points=2, ge=0)
def loss(p, y):
    return np.log(np.exp(y).sum()) - np.array(y)[p.target - 1]


@exercise.step(points=2)
def dh(p, y):
    dy = np.exp(y) / np.exp(y).sum() - np.eye(4)[p.target - 1]
    return np.array(p.W_out) @ dy


@exercise.step(points=2)
def row(p, dh):
    return 2 * np.array(dh) / 3


@exercise.misconception(of="h")
def sum_not_mean(p):
    return 3 * h(p)


@exercise.misconception(of="h")
def repeated_word_once_in_the_mean(p):
    W = np.array(p.W)
    return (W[p.twice - 1] + W[p.once - 1]) / 2


@exercise.misconception(of="h")
def target_in_the_mean(p):
    return (3 * h(p) + np.array(p.W)[p.target - 1]) / 4


@exercise.misconception(of="y")
def first_matrix_again(p, h):
    return np.array(p.W) @ h


@exercise.misconception(of="loss")
def no_normalisation(p, y):
    return -np.array(y)[p.target - 1]


@exercise.misconception(of="loss")
def score_added(p, y):
    return np.log(np.exp(y).sum()) + np.array(y)[p.target - 1]


@exercise.misconception(of="dh")
def target_not_subtracted(p, y):
    return np.array(p.W_out) @ (np.exp(y) / np.exp(y).sum())


@exercise.misconception(of="dh")
def sign_of_dh(p, y):
    return -dh(p, y)


@exercise.misconception(of="row")
def whole_gradient(p, dh):
    return dh


@exercise.misconception(of="row")
def counted_once(p, dh):
    return np.array(dh) / 3


@exercise.misconception(of="row")
def whole_gradient_twice(p, dh):
    return 2 * np.array(dh)
