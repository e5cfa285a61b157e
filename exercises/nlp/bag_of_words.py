"""Bags of words: a vector of counts over the vocabulary for every document."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import bag_of_words as bags


def bag_of_words(documents, V):
    """Counts of each document's words, shape (D, V); -1 is padding and no word."""
    return np.stack([bags.bag_of_words(words[words >= 0], V) for words in documents]).astype(float)


exercise = Code(
    syllabus="nlp.bag_of_words",
    difficulty=1,
    calls="bag_of_words(documents, V) -> X",  # documents (D, T), X (D, V)
    reference=bag_of_words,
    points={"counts": 4, "padding": 2},
    checks={"counts": "X", "padding": "X"},
)


def case(rng, padded):
    """One word stands twice in the first document, and no word is in all places."""
    D, V, T = rng.choice([3, 4, 5, 6, 7], size=3, replace=False)
    documents = rng.integers(V, size=(D, T))
    documents[0, 1] = documents[0, 0]
    if padded:
        for words in documents:
            words[T - rng.integers(1, T - 1) :] = -1
        documents[0, 0] = V - 1
    return Case(documents=documents, V=V)


@exercise.cases("counts", hidden=4, public=1)
def full_documents(rng):
    """D, V and T differ, words repeat: catches presence instead of counts, and the transpose."""
    return case(rng, padded=False)


@exercise.cases("padding", hidden=3, public=1)
def padded_documents(rng):
    """Lengths differ: catches -1 taken for the last word, as NumPy's indexing does."""
    return case(rng, padded=True)


exercise.edits(padding_is_the_last_word=("words[words >= 0]", "words % V"))


@exercise.misconception
def presence_only(documents, V):
    return np.minimum(bag_of_words(documents, V), 1)


@exercise.misconception
def frequencies(documents, V):
    X = bag_of_words(documents, V)
    return X / X.sum(axis=1, keepdims=True)


@exercise.misconception
def one_bag_for_all(documents, V):
    return bag_of_words(documents, V).sum(axis=0)


@exercise.misconception
def transposed(documents, V):
    return bag_of_words(documents, V).T


@exercise.misconception
def numbered_from_one(documents, V):
    return np.roll(bag_of_words(documents, V), -1, axis=1)


@exercise.misconception(same_as="numbered_from_one")
def counted_from_one_to_v(documents, V):
    X = bag_of_words(documents, V)
    return np.hstack([X[:, 1:], np.zeros((len(X), 1))])
