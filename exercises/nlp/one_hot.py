"""One-hot codes, and what a first layer makes of them: it picks rows of W."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import bag_of_words


def hidden(codes, W):
    """h = W^T x for every row x of codes: shape (T, N)."""
    return codes @ W


exercise = Code(
    syllabus="nlp.one_hot nlp.word_vector",
    difficulty=1,
    calls=[
        "one_hot(words, V) -> X",  # words (T,), X (T, V)
        "hidden(codes, W) -> H",  # codes (T, V), W (V, N), H (T, N)
    ],
    reference=[bag_of_words.one_hot, hidden],
    points={"codes": 3, "hidden": 3},
    checks={"codes": "X", "hidden": "H"},
)


def case(rng, square=False):
    """A word stands twice; where W is square, a column of it would fit as well as a row."""
    T, V, N = rng.choice([3, 4, 5, 6, 7], size=3, replace=False)
    N = V if square else N
    words = rng.integers(V, size=T)
    words[-1] = words[0]
    other = rng.integers(V, size=T)
    return Case(
        words=words, V=V, codes=bag_of_words.one_hot(other, int(V)), W=rng.normal(size=(V, N)).round(2)
    )


@exercise.cases("codes", "hidden", hidden=4, public=1)
def different_sizes(rng):
    """T, V and N differ: catches transposed codes and hidden layers."""
    return case(rng)


@exercise.cases("hidden", hidden=3)
def square_matrix(rng):
    """V = N, so that W and its transpose both fit: catches columns of W."""
    return case(rng, square=True)


exercise.edits(
    of="one_hot",
    one_vector_for_all=("X[np.arange(len(words)), words]", "X[:, words]"),
    numbered_from_one=("X[np.arange(len(words)), words]", "X[np.arange(len(words)), words - 1]"),
    zero_at_the_word=[
        ("np.zeros((len(words), V))", "np.ones((len(words), V))"),
        ("words] = 1", "words] = 0"),
    ],
)
exercise.edits(
    of="hidden",
    columns_of_W=("codes @ W", "codes @ W.T"),
    rows_added_up=("codes @ W", "(codes @ W).sum(axis=0)"),
    hidden_transposed=("codes @ W", "(codes @ W).T"),
    normalised=("codes @ W", "codes @ W / np.linalg.norm(W)"),
)
exercise.edits(
    of="hidden",
    same_as="normalised",
    result_normalised=("codes @ W", "codes @ W / np.linalg.norm(codes @ W)"),
)


@exercise.misconception(of="one_hot")
def codes_transposed(words, V):
    return bag_of_words.one_hot(words, V).T


@exercise.misconception(of="hidden", same_as="normalised")
def each_row_normalised(codes, W):
    return codes @ (W / np.linalg.norm(W, axis=1, keepdims=True))


@exercise.misconception(of="one_hot", same_as="numbered_from_one")
def compared_with_one_to_v(words, V):
    """Word 0 has no 1 at all."""
    return (words[:, np.newaxis] == np.arange(1, V + 1)).astype(float)
