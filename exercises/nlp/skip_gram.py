"""Skip-gram: loss and gradients of predicting the words around from the word in the middle."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import word2vec

exercise = Code(
    syllabus="nlp.skip_gram nlp.word_vector nlp.word2vec_loss",
    difficulty=2,
    calls="skip_gram_loss(center, context, W, W_out) -> loss, dW, dW_out",  # W (V, N), W_out (N, V)
    reference=word2vec.skip_gram_loss,
    points={"value": 3, "output": 3, "vectors": 4},
    checks={"value": "loss", "output": "dW_out", "vectors": "dW"},
)


def case(rng, repeated):
    words = int(rng.choice([6, 7, 8]))
    size, window = rng.choice([2, 3, 4], size=2, replace=False)
    center, *others = rng.permutation(words)
    context = np.array(others[: max(window, 3) if repeated else window])
    if repeated:
        context[-1] = context[0]
    W, W_out = rng.normal(size=(words, size)).round(2), rng.normal(size=(size, words)).round(2)
    return Case(center=center, context=context, W=W, W_out=W_out)


@exercise.cases("value", "output", "vectors", hidden=4, public=2)
def different_words(rng):
    """V, N and C differ, C > 1: catches the mean, and the softmax counted once for the whole context."""
    return case(rng, repeated=False)


@exercise.cases("value", "output", "vectors", hidden=3)
def a_word_twice(rng):
    """A context word stands there twice: catches `dy[context] -= 1`, which counts it once."""
    return case(rng, repeated=True)


exercise.edits(
    mean_not_sum=[
        ("np.sum(log_sum_exp - y[context])", "np.mean(log_sum_exp - y[context])"),
        ("dW_out = np.outer(h, dy)", "dW_out = np.outer(h, dy / len(context))"),
        ("dW[center] = W_out @ dy", "dW[center] = W_out @ dy / len(context)"),
    ],
    normalised_once=("dy = len(context) * np.exp", "dy = np.exp"),
    repeated_word_counted_once=("np.subtract.at(dy, context, 1)", "dy[context] -= 1"),
    targets_not_subtracted=("np.subtract.at(dy, context, 1)", "pass"),
    gradients_negated=("return float(loss), dW, dW_out", "return float(loss), -dW, -dW_out"),
    no_normalisation=("np.sum(log_sum_exp - y[context])", "np.sum(-y[context])"),
    gradient_to_the_context_rows=("dW[center] = W_out @ dy", "dW[context] = W_out @ dy"),
    output_gradient_transposed=("np.outer(h, dy)", "np.outer(dy, h)"),
)
exercise.edits(
    same_as="normalised_once",  # in the loss as well
    normalised_once_throughout=[
        ("np.sum(log_sum_exp - y[context])", "log_sum_exp - np.sum(y[context])"),
        ("dy = len(context) * np.exp", "dy = np.exp"),
    ],
)
exercise.edits(
    same_as="gradient_to_the_context_rows",
    added_to_the_context_rows=("dW[center] = W_out @ dy", "np.add.at(dW, context, W_out @ dy)"),
)
exercise.edits(
    same_as="mean_not_sum",
    mean_in_the_loss_only=("np.sum(log_sum_exp - y[context])", "np.mean(log_sum_exp - y[context])"),
)


@exercise.misconception
def cbow_instead(center, context, W, W_out):
    return word2vec.cbow_loss(context, center, W, W_out)


@exercise.misconception
def middle_from_each_word(center, context, W, W_out):
    parts = [word2vec.word2vec_loss(word, center, W, W_out) for word in context]
    return tuple(sum(values) for values in zip(*parts, strict=True))


@exercise.misconception
def matrices_exchanged(center, context, W, W_out):
    loss, dW_out, dW = word2vec.skip_gram_loss(center, context, W_out.T.copy(), W.T.copy())
    return loss, dW.T, dW_out.T


exercise.waive("y = y - y.max()", because="nlp/word2vec_loss asks for large scores, here they are small")
