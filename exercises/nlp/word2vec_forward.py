"""word2vec's forward pass by hand: hidden code, scores, probability."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    W: tuple[tuple[float, ...], ...]
    W_out: tuple[tuple[float, ...], ...]
    word: int
    target: int


def draw(rng):
    """Easily multiplied; no score is 0, 1 or -1, the code's entries differ, the softmax is not saturated."""
    while True:
        W = rng.choice([-2, -1, 1, 2, 3], size=(4, 2))
        W_out = rng.choice([-8, -6, -5, -3, -2, 2, 3, 4, 5, 7], size=(2, 4)) / 10
        word, target = rng.choice(4, size=2, replace=False) + 1
        h = W[word - 1]
        y = h @ W_out
        p = np.exp(y[target - 1]) / np.exp(y).sum()
        different = len({tuple(row) for row in W}) == 4 and len(set(y.round(1))) == 4
        if (
            different
            and np.abs(h).min() > 1
            and abs(h[0]) != abs(h[1])
            and not np.isin(y.round(1), [-1, 0, 1]).any()
            and 0.1 < p < 0.6
            and abs(y.sum()) > 0.3
        ):
            return Params(W=W.tolist(), W_out=W_out.tolist(), word=word, target=target)


exercise = Numeric(syllabus="nlp.word_vector nlp.one_hot", difficulty=1, draw=draw)


@exercise.step(points=1)
def h(p):
    return np.array(p.W)[p.word - 1]


@exercise.step(points=2)
def y(p, h):
    return np.array(p.W_out).T @ h


@exercise.step(points=2, ge=0, le=1)
def probability(p, y):
    return np.exp(y[p.target - 1]) / np.exp(y).sum()


@exercise.misconception(of="h")
def counted_from_zero(p):
    return np.array(p.W)[p.word % 4]


@exercise.misconception(of="h")
def column_of_the_second_matrix(p):
    return np.array(p.W_out)[:, p.word - 1]


@exercise.misconception(of="h")
def row_of_the_target(p):
    return np.array(p.W)[p.target - 1]


@exercise.misconception(of="y")
def first_matrix_again(p, h):
    return np.array(p.W) @ h


@exercise.misconception(of="probability")
def not_normalised(p, y):
    return np.exp(y[p.target - 1])


@exercise.misconception(of="probability")
def no_exponential(p, y):
    return y[p.target - 1] / np.sum(y)


@exercise.misconception(of="probability")
def probability_of_the_input(p, y):
    return np.exp(y[p.word - 1]) / np.exp(y).sum()


@exercise.misconception(of="probability")
def sigmoid_of_the_score(p, y):
    return 1 / (1 + np.exp(-y[p.target - 1]))


@exercise.misconception(of="probability")
def target_left_out_of_the_sum(p, y):
    return np.exp(y[p.target - 1]) / (np.exp(y).sum() - np.exp(y[p.target - 1]))
