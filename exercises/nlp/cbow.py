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
    words, size = rng.choice([5, 6, 7, 8], size=2, replace=False)
    window = int(rng.choice([3, 4]))
    target, *others = rng.permutation(words)
    context = np.array(others[:window])
    if repeated:
        context[-1] = context[0]
    return Case(
        context=context,
        target=int(target),
        W=rng.normal(size=(words, size)),
        W_out=rng.normal(size=(size, words)),
    )


@exercise.cases("value", "output", "vectors", hidden=4, public=2)
def different_words(rng):
    """V differs from N, C from 1: tells W from W_out, and the mean from the sum."""
    return case(rng, repeated=False)


@exercise.cases("value", "output", "vectors", hidden=3)
def a_word_twice(rng):
    """A context word stands there twice: catches `dW[context] += ...`, which counts it once."""
    return case(rng, repeated=True)


exercise.edits(
    sum_not_mean=("h = W[context].mean(axis=0)", "h = W[context].sum(axis=0)"),
    whole_gradient_for_each_word=("W_out @ dy / len(context)", "W_out @ dy"),
    repeated_word_counted_once=(
        "np.add.at(dW, context, W_out @ dy / len(context))",
        "dW[context] += W_out @ dy / len(context)",
    ),
    target_not_subtracted=("dy[target] -= 1", "pass"),
    gradients_negated=("return float(loss), dW, dW_out", "return float(loss), -dW, -dW_out"),
    no_normalisation=("loss = -log_p[target]", "loss = -y[target]"),
    gradient_to_the_target_row=("np.add.at(dW, context,", "np.add.at(dW, [target],"),
)


@exercise.misconception
def predicts_from_each_word(context, target, W, W_out):
    parts = [word2vec.cbow_loss(np.array([word]), target, W, W_out) for word in context]
    return tuple(sum(values) for values in zip(*parts, strict=True))


@exercise.misconception
def matrices_exchanged(context, target, W, W_out):
    loss, dW_out, dW = word2vec.cbow_loss(context, target, W_out.T.copy(), W.T.copy())
    return loss, dW.T, dW_out.T
