"""Training word vectors on a small corpus, one word at a time."""

import numpy as np

from reference_impl.bag_of_words import context_windows
from reference_impl.checks import at_least, indices, number, shaped
from reference_impl.word2vec import cbow_loss, skip_gram_loss

Array = np.ndarray


def initial_vectors(V: int, N: int, seed: int) -> tuple[Array, Array]:
    """Small random weights to start from.

    Parameters
    ----------
    V, N, seed : int
        Size of the vocabulary, length of a vector, seed of the generator.

    Returns
    -------
    W, W_out : ndarray, shapes (V, N), (N, V)
        Normal with mean 0 and deviation 1/sqrt(N), so that a score y = W_out^T h is about 1/sqrt(N).

    Raises
    ------
    ValueError
        Unless V and N are integers of at least 1, and seed one of at least 0.

    Notes
    -----
    CS231n, neural networks 2, "Weight Initialization".
    """
    at_least(1, V=V, N=N)
    at_least(0, seed=seed)
    rng = np.random.default_rng(seed)
    return rng.normal(size=(V, N)) / np.sqrt(N), rng.normal(size=(N, V)) / np.sqrt(N)


def train_cbow(
    words: Array, W: Array, W_out: Array, radius: int, learning_rate: float, epochs: int
) -> tuple[Array, Array, Array]:
    """Stochastic gradient descent on the CBOW loss, through the corpus from front to back.

    Parameters
    ----------
    words : ndarray of int, shape (T,)
        The corpus.
    W, W_out : ndarray, shapes (V, N), (N, V)
        Where to start, as of `initial_vectors`; they stay as they are.
    radius, epochs : int
        Of the context window, and how often to go through the corpus.
    learning_rate : float
        eta, at least 0.

    Returns
    -------
    W, W_out : ndarray, shapes (V, N), (N, V)
        After W <- W - eta dW, W_out <- W_out - eta dW_out at every word that has a context.
    mean_losses : ndarray, shape (epochs,)
        Mean over each epoch's words, each loss taken before its step.

    Raises
    ------
    ValueError
        Unless words are two integers in [0, V) or more, radius at least 1, epochs and learning_rate at least
        0; where W and W_out do not fit each other.

    Notes
    -----
    Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space".
    """
    number("learning_rate", learning_rate, "[0, inf)")
    W, W_out = shaped(W=(W, "V N"), W_out=(W_out, "N V"))
    windows = _windows(words, len(W), radius, epochs)
    mean_losses = np.zeros(epochs)
    for epoch in range(epochs):
        for center, context in windows:
            loss, dW, dW_out = cbow_loss(context, center, W, W_out)
            W, W_out = W - learning_rate * dW, W_out - learning_rate * dW_out
            mean_losses[epoch] += loss / len(windows)
    return W, W_out, mean_losses


def train_skip_gram(
    words: Array, W: Array, W_out: Array, radius: int, learning_rate: float, epochs: int
) -> tuple[Array, Array, Array]:
    """Stochastic gradient descent on the skip-gram loss, through the corpus from front to back.

    Parameters
    ----------
    words : ndarray of int, shape (T,)
    W, W_out : ndarray, shapes (V, N), (N, V)
    radius, epochs : int
    learning_rate : float
        All as for `train_cbow`.

    Returns
    -------
    W, W_out, mean_losses : ndarray, shapes (V, N), (N, V), (epochs,)
        As for `train_cbow`, with the loss of `skip_gram_loss`.

    Raises
    ------
    ValueError
        Unless words are two integers in [0, V) or more, radius at least 1, epochs and learning_rate at least
        0; where W and W_out do not fit each other.

    Notes
    -----
    Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space".
    """
    number("learning_rate", learning_rate, "[0, inf)")
    W, W_out = shaped(W=(W, "V N"), W_out=(W_out, "N V"))
    windows = _windows(words, len(W), radius, epochs)
    mean_losses = np.zeros(epochs)
    for epoch in range(epochs):
        for center, context in windows:
            loss, dW, dW_out = skip_gram_loss(center, context, W, W_out)
            W, W_out = W - learning_rate * dW, W_out - learning_rate * dW_out
            mean_losses[epoch] += loss / len(windows)
    return W, W_out, mean_losses


def _windows(words: Array, V: int, radius: int, epochs: int) -> list[tuple[int, Array]]:
    """Windows of the corpus; ValueError where there is nothing to train on."""
    at_least(0, epochs=epochs)
    words = indices("words", words, below=V)
    if len(words) < 2:
        raise ValueError(f"words should hold two or more words, it has shape {words.shape}")
    return context_windows(words, radius)
