"""word2vec's loss of one pair of words, and its gradients, in CS224n's layout."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import word2vec

exercise = Code(
    syllabus="nlp.word2vec_loss",
    difficulty=2,
    calls="naive_softmax_loss(center_word_vec, outside_word_idx, outside_vectors) -> loss, dcenter, doutside",
    reference=word2vec.naive_softmax_loss,
    points={"value": 3, "center": 3, "outside": 3, "stability": 1},
    checks={
        "value": "loss",
        "center": "dcenter",
        "outside": "doutside",
        "stability": "loss dcenter doutside",
    },
)


@exercise.cases("value", "center", "outside", hidden=5, public=2)
def ordinary_scores(rng):
    """V and N differ: tells rows from columns."""
    V, N = rng.choice([3, 4, 5, 6], size=2, replace=False)
    return Case(
        center_word_vec=rng.normal(size=N).round(2),
        outside_word_idx=rng.integers(V),
        outside_vectors=rng.normal(size=(V, N)).round(2),
    )


@exercise.cases("stability", hidden=3)
def scores_far_apart(rng):
    """Scores from -600 to 900: catches exp without a shift, and the logarithm of a probability that is 0."""
    V, N = 4, int(rng.choice([3, 5]))
    v = rng.choice([-1, 1], size=N) * rng.uniform(0.5, 1.5, size=N)
    scores = rng.permutation([900.0, 500, 50, -600]) + 40 * rng.uniform(size=V)
    U = rng.normal(size=(V, N))
    U += np.outer(scores - U @ v, v) / (v @ v)  # so that U v is the scores
    return Case(center_word_vec=v, outside_word_idx=int(scores.argmin()), outside_vectors=U)


exercise.edits(
    no_normalisation=("loss = -log_p[o]", "loss = -scores[o]"),
    in_bits=("loss = -log_p[o]", "loss = -log_p[o] / np.log(2)"),
    loss_negated=("loss = -log_p[o]", "loss = log_p[o]"),
    target_not_subtracted=("dscores[o] -= 1", "pass"),
    gradients_negated=("dscores[o] -= 1", "dscores[o] -= 1; dscores = -dscores"),
    center_from_the_outside_word_only=("U.T @ dscores,", "dscores[o] * U[o],"),
    outside_word_only=("np.outer(dscores, v)", "np.outer(dscores * (np.arange(len(U)) == o), v)"),
    outside_transposed=("np.outer(dscores, v)", "np.outer(v, dscores)"),
    each_word_normalised_by_itself=("np.log(np.exp(shifted).sum())", "np.log(1 + np.exp(shifted))"),
)


@exercise.misconception
def no_shift(center_word_vec, outside_word_idx, outside_vectors):
    e = np.exp(outside_vectors @ center_word_vec)
    return gradients(e / e.sum(), center_word_vec, outside_word_idx, outside_vectors)


exercise.edits(same_as="no_shift", log_sum_exp_without_shift=("scores - scores.max()", "scores"))


@exercise.misconception
def log_of_the_probability(center_word_vec, outside_word_idx, outside_vectors):
    scores = outside_vectors @ center_word_vec
    e = np.exp(scores - scores.max())
    return gradients(e / e.sum(), center_word_vec, outside_word_idx, outside_vectors)


def gradients(p, v, o, U):
    loss = -np.log(p[o])
    p = p - np.eye(len(p))[o]
    return loss, U.T @ p, np.outer(p, v)
