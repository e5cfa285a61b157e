"""word2vec's loss by hand, from given scores: log-sum-exp, loss, probability, gradient."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    scores: tuple[float, ...]
    target: int


def draw(rng):
    """Four scores a tenth apart or more, the target's neither the largest nor next to nothing."""
    while True:
        scores = rng.choice(np.arange(-9, 20), size=4, replace=False) / 10
        target = int(rng.integers(4))
        p = np.exp(scores) / np.exp(scores).sum()
        results = np.log(np.exp(scores).sum()) - np.array([0, scores[target]])
        plain = p.min() > 0.05 and np.abs(results - 1).min() > 0.03
        if plain and 0.1 < p[target] < 0.45 and np.abs(scores).min() > 0.1:
            return Params(scores=scores.tolist(), target=target + 1)


exercise = Numeric(syllabus="nlp.word2vec_loss", difficulty=1, draw=draw)


@exercise.step(points=1, ge=0)
def log_sum_exp(p):
    return np.log(np.exp(p.scores).sum())


@exercise.step(points=2, ge=0)
def loss(p, log_sum_exp):
    return log_sum_exp - p.scores[p.target - 1]


@exercise.step(points=1, ge=0, le=1)
def probability(p, loss):
    return np.exp(-loss)


@exercise.step(points=2)
def dy(p, log_sum_exp):
    return np.exp(np.array(p.scores) - log_sum_exp) - np.eye(4)[p.target - 1]


@exercise.misconception(of="log_sum_exp")
def sum_of_the_scores(p):
    return sum(p.scores)


@exercise.misconception(of="log_sum_exp")
def logarithm_forgotten(p):
    return np.exp(p.scores).sum()


@exercise.misconception(of="log_sum_exp")
def base_two(p):
    return np.log2(np.exp(p.scores).sum())


@exercise.misconception(of="log_sum_exp", same_as="base_two")
def base_ten(p):
    return np.log10(np.exp(p.scores).sum())


@exercise.misconception(of="loss")
def added_not_subtracted(p, log_sum_exp):
    return log_sum_exp + p.scores[p.target - 1]


@exercise.misconception(of="loss")
def normalisation_only(p, log_sum_exp):
    return log_sum_exp


@exercise.misconception(of="loss")
def numbered_from_zero(p, log_sum_exp):
    return log_sum_exp - p.scores[p.target % 4]


@exercise.misconception(of="probability")
def one_minus_the_loss(p, loss):
    return 1 - loss


@exercise.misconception(of="probability")
def one_over_the_loss(p, loss):
    return 1 / loss


@exercise.misconception(of="dy")
def target_not_subtracted(p, log_sum_exp):
    return np.exp(np.array(p.scores) - log_sum_exp)


@exercise.misconception(of="dy")
def sign_of_dy(p, log_sum_exp):
    return -dy(p, log_sum_exp)


@exercise.misconception(of="dy")
def one_subtracted_everywhere(p, log_sum_exp):
    return np.exp(np.array(p.scores) - log_sum_exp) - 1
