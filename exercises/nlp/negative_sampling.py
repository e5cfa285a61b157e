"""Negative sampling: loss and gradients, with samples that were drawn twice."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import negative_sampling

exercise = Code(
    syllabus="nlp.negative_sampling",
    difficulty=3,
    calls="neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx)"
    " -> loss, dcenter, doutside",
    reference=negative_sampling,
    points={"value": 3, "center": 3, "outside": 3, "stability": 1},
    checks={
        "value": "loss",
        "center": "dcenter",
        "outside": "doutside",
        "stability": "loss dcenter doutside",
    },
)


def case(rng, repeated):
    V, N = rng.choice([5, 6, 7], size=2, replace=False)
    o, *others = rng.permutation(V)
    negatives = np.array(others[: rng.integers(2, 4)])
    if repeated:
        negatives = np.append(negatives, negatives[0])
    return Case(
        center_word_vec=rng.normal(size=N).round(2),
        outside_word_idx=o,
        outside_vectors=rng.normal(size=(V, N)).round(2),
        negative_word_idx=negatives,
    )


@exercise.cases("value", "center", "outside", hidden=4, public=1)
def different_negatives(rng):
    """V, N and K differ: catches the mean, and the softmax over all words."""
    return case(rng, repeated=False)


@exercise.cases("value", "center", "outside", hidden=3, public=1)
def a_negative_twice(rng):
    """Catches `doutside[negatives] += ...`, which counts a sample that was drawn twice once."""
    return case(rng, repeated=True)


@exercise.cases("stability", hidden=2)
def scores_far_from_zero(rng):
    """The sigmoid is 0 in floating point: catches its logarithm."""
    V, N = 4, int(rng.choice([3, 5]))
    v = rng.choice([-1, 1], size=N) * rng.uniform(0.5, 1.5, size=N)
    scores = np.array([-900.0, 800, 600, -500]) + 40 * rng.uniform(size=V)
    U = rng.normal(size=(V, N))
    U += np.outer(scores - U @ v, v) / (v @ v)  # so that U v is the scores
    return Case(
        center_word_vec=v, outside_word_idx=0, outside_vectors=U, negative_word_idx=rng.permutation([1, 2, 3])
    )


exercise.edits(
    repeated_sample_counted_once=(
        "np.add.at(doutside, negatives, np.outer(dnegative_scores, v))",
        "doutside[negatives] += np.outer(dnegative_scores, v)",
    ),
    sign_of_the_negatives_in_the_loss=(
        "np.logaddexp(0, negative_scores)",
        "np.logaddexp(0, -negative_scores)",
    ),
    negatives_rows_negated=("np.outer(dnegative_scores, v)", "np.outer(-dnegative_scores, v)"),
    negatives_gradient_negated=("dnegative_scores = sigmoid(", "dnegative_scores = -sigmoid("),
    mean_of_the_negatives=[
        ("np.logaddexp(0, negative_scores).sum()", "np.logaddexp(0, negative_scores).mean()"),
        (
            "dnegative_scores = sigmoid(negative_scores)",
            "dnegative_scores = sigmoid(negative_scores) / len(negatives)",
        ),
    ],
    one_not_subtracted=("dscore = sigmoid(score) - 1", "dscore = sigmoid(score)"),
    outside_word_only=("dscore * U[o] + dnegative_scores @ U[negatives]", "dscore * U[o]"),
    outside_row_forgotten=("doutside[o] = dscore * v", "pass"),
)
exercise.edits(
    same_as="sign_of_the_negatives_in_the_loss",  # and in the gradient: every sample is taken as a true word
    negatives_as_positives=[
        ("np.logaddexp(0, negative_scores)", "np.logaddexp(0, -negative_scores)"),
        ("dnegative_scores = sigmoid(negative_scores)", "dnegative_scores = sigmoid(negative_scores) - 1"),
    ],
)


@exercise.misconception
def sampled_words_counted_once(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    """The list made a set before anything is computed."""
    once = np.unique(negative_word_idx)
    return negative_sampling.neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, once)


@exercise.misconception
def logarithm_of_the_sigmoid(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    return with_loss(
        lambda s, n: -np.log(sigmoid(s)) - np.log(sigmoid(-n)).sum(),
        center_word_vec,
        outside_word_idx,
        outside_vectors,
        negative_word_idx,
    )


@exercise.misconception
def softmax_over_the_samples(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    v, o, U = center_word_vec, outside_word_idx, outside_vectors
    words = np.append(o, negative_word_idx)
    scores = U[words] @ v
    shifted = scores - scores.max()
    log_p = shifted - np.log(np.exp(shifted).sum())
    d = np.exp(log_p)
    d[0] -= 1
    doutside = np.zeros_like(U)
    np.add.at(doutside, words, np.outer(d, v))
    return -log_p[0], d @ U[words], doutside


def with_loss(loss, v, o, U, negatives):
    _, dcenter, doutside = negative_sampling.neg_sampling_loss(v, o, U, negatives)
    return loss(U[o] @ v, U[negatives] @ v), dcenter, doutside


def sigmoid(x):
    return 1 / (1 + np.exp(-x))
