"""Continuous bag of words: loss and gradients of one prediction."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import word2vec

exercise = Code(
    syllabus="nlp.cbow nlp.word_vector nlp.word2vec_loss",
    difficulty=2,
    calls="cbow_loss(context, target, W, W_out) -> loss, dW, dW_out",  # context (C,), W (V, N), W_out (N, V)
    reference=word2vec.cbow_loss,
    points={"value": 3, "output": 3, "vectors": 4},
    checks={"value": "loss", "output": "dW_out", "vectors": "dW"},
)


def case(rng, repeated):
    words = int(rng.choice([6, 7, 8]))
    size, window = rng.choice([2, 3, 4], size=2, replace=False)
    target, *others = rng.permutation(words)
    context = np.array(others[: max(window, 3) if repeated else window])
    if repeated:
        context[-1] = context[0]
    return Case(
        context=context,
        target=target,
        W=rng.normal(size=(words, size)).round(2),
        W_out=rng.normal(size=(size, words)).round(2),
    )


@exercise.cases("value", "output", "vectors", hidden=4, public=1)
def different_words(rng):
    """V, N and C differ: tells W from W_out, and the mean from the sum."""
    return case(rng, repeated=False)


@exercise.cases("value", "output", "vectors", hidden=3, public=1)
def a_word_twice(rng):
    """A context word stands there twice: catches `dW[context] += ...`, which counts it once."""
    return case(rng, repeated=True)


exercise.edits(
    sum_not_mean=[
        ("h = W[context].mean(axis=0)", "h = W[context].sum(axis=0)"),
        ("W_out @ dy / len(context)", "W_out @ dy"),
    ],
    whole_gradient_for_each_word=("W_out @ dy / len(context)", "W_out @ dy"),
    repeated_word_counted_once=(
        "np.add.at(dW, context, W_out @ dy / len(context))",
        "dW[context] += W_out @ dy / len(context)",
    ),
    repeated_word_once_in_the_mean=("W[context].mean(axis=0)", "W[np.unique(context)].mean(axis=0)"),
    target_not_subtracted=("dy[target] -= 1", "pass"),
    gradients_negated=("return float(loss), dW, dW_out", "return float(loss), -dW, -dW_out"),
    no_normalisation=("loss = -log_p[target]", "loss = -y[target]"),
    output_gradient_transposed=("np.outer(h, dy)", "np.outer(dy, h)"),
    gradient_to_the_target_row=("np.add.at(dW, context,", "np.add.at(dW, [target],"),
)
exercise.edits(
    same_as="sum_not_mean",  # and the gradient of a mean
    sum_in_the_forward_pass=("h = W[context].mean(axis=0)", "h = W[context].sum(axis=0)"),
)
exercise.edits(
    same_as="repeated_word_once_in_the_mean",
    input_of_ones=[  # a vector with a 1 for each word, however often it occurs
        ("W[context].mean(axis=0)", "W[np.unique(context)].sum(axis=0) / len(context)"),
        ("np.add.at(dW, context,", "np.add.at(dW, np.unique(context),"),
    ],
)


@exercise.misconception
def predicts_from_each_word(context, target, W, W_out):
    parts = [word2vec.cbow_loss(np.array([word]), target, W, W_out) for word in context]
    return tuple(sum(values) for values in zip(*parts, strict=True))


@exercise.misconception
def matrices_exchanged(context, target, W, W_out):
    loss, dW_out, dW = word2vec.cbow_loss(context, target, W_out.T.copy(), W.T.copy())
    return loss, dW.T, dW_out.T


exercise.waive("y = y - y.max()", because="nlp/word2vec_loss asks for large scores, here they are small")
