"""Words as numbers: vocabulary, one-hot codes, bags of words, and windows of a corpus."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from reference_impl.checks import at_least, indices, keys, listed

Array = np.ndarray


def vocabulary(tokens: Sequence[str]) -> dict[str, int]:
    """Number the different words.

    Parameters
    ----------
    tokens : list of str

    Returns
    -------
    dict of str to int
        {word: k}, 0 <= k < V: the most frequent word is 0; equally frequent ones go by the alphabet.

    Raises
    ------
    ValueError
        Unless tokens is a list of one word or more.

    Notes
    -----
    CS224n, assignment "word2vec", numbers the corpus' different words alike.
    """
    if not listed("tokens", tokens):
        raise ValueError("tokens should hold at least one word")
    counts = Counter(tokens)
    return {word: i for i, word in enumerate(sorted(counts, key=lambda word: (-counts[word], word)))}


def encode(tokens: Sequence[str], words: dict[str, int]) -> Array:
    """Index of each token in the vocabulary.

    Parameters
    ----------
    tokens : list of str
        T words.
    words : dict of str to int
        Of `vocabulary`.

    Returns
    -------
    ndarray of int, shape (T,)
        words[token] for each token.

    Raises
    ------
    ValueError
        Naming the first token that the vocabulary lacks; or where there is no token.

    Notes
    -----
    The course's notes, Word2Vec: the k-th word of V.
    """
    keys("words", words, ())
    if not listed("tokens", tokens):
        raise ValueError("tokens should hold at least one word")
    for token in tokens:
        if token not in words:
            raise ValueError(f"{token!r} should be in the vocabulary, which has {len(words)} words")
    return np.array([words[token] for token in tokens], dtype=int)


def one_hot(words: Array, V: int) -> Array:
    """One row a word, all 0 but for a 1 in the word's column.

    Parameters
    ----------
    words : ndarray of int, shape (T,)
    V : int
        Size of the vocabulary.

    Returns
    -------
    ndarray, shape (T, V)
        X[t, k] = [words_t = k]. X W picks rows of W, so h = W^T x is the word's vector.

    Raises
    ------
    ValueError
        Unless V is an integer of at least 1, and words are integers in [0, V).

    Notes
    -----
    The course's notes, Word2Vec; PyTorch's `functional.one_hot`.
    """
    at_least(1, V=V)
    words = indices("words", words, below=V)
    X = np.zeros((len(words), V))
    X[np.arange(len(words)), words] = 1
    return X


def bag_of_words(words: Array, V: int) -> Array:
    """How often each word of the vocabulary occurs; their order is lost.

    Parameters
    ----------
    words : ndarray of int, shape (T,)
    V : int
        Size of the vocabulary, and of every text's vector: the curse of dimensionality.

    Returns
    -------
    ndarray of int, shape (V,)
        counts[k] = sum_t [words_t = k], the sum of the words' one-hot codes

    Raises
    ------
    ValueError
        Unless V is an integer of at least 1, and words are integers in [0, V).

    Notes
    -----
    Harris 1954, "Distributional Structure"; the course's notes, bag of words.
    """
    at_least(1, V=V)
    return np.bincount(indices("words", words, below=V), minlength=V)


def context_windows(words: Array, radius: int) -> list[tuple[int, Array]]:
    """Each word of a corpus with the words around it.

    Parameters
    ----------
    words : ndarray of int, shape (T,)
    radius : int
        How many words count on each side; at the ends there are fewer.

    Returns
    -------
    list of (center, context), an int and an ndarray of int, shape (C,)
        For t = 0 ... T-1: words_t, and words_{t-radius} ... words_{t+radius} in this order without
        words_t itself. For a corpus of one word the list is empty.

    Raises
    ------
    ValueError
        Unless words are integers of at least 0, and radius an integer of at least 1.

    Notes
    -----
    Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space".
    """
    at_least(1, radius=radius)
    words = indices("words", words)
    windows = []
    for t in range(len(words)):
        context = np.concatenate([words[max(0, t - radius) : t], words[t + 1 : t + 1 + radius]])
        if len(context):
            windows.append((int(words[t]), context))
    return windows
