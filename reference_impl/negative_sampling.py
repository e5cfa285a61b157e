"""Negative sampling: tell the true outside word from a few drawn at random, instead of all V words."""

import numpy as np

from reference_impl.activations import sigmoid
from reference_impl.checks import at_least, distribution, index, indices, number, shaped

Array = np.ndarray


def neg_sampling_loss(
    center_word_vec: Array, outside_word_idx: int, outside_vectors: Array, negative_word_idx: Array
) -> tuple[float, Array, Array]:
    """Loss of one centre word, its outside word and K negative samples, and its gradients.

    Parameters
    ----------
    center_word_vec : ndarray, shape (N,)
        v_c: h in the notes.
    outside_word_idx : int
        o, the word that stands outside.
    outside_vectors : ndarray, shape (V, N)
        Its rows are the outside vectors u_w: W'^T in the notes.
    negative_word_idx : ndarray of int, shape (K,)
        The samples; one that was drawn twice counts twice. They should not hold o.

    Returns
    -------
    loss : float
        L = -log s(u_o v_c) - sum_k log s(-u_k v_c),  s the sigmoid
    dcenter : ndarray, shape (N,)
        (s(u_o v_c) - 1) u_o + sum_k s(u_k v_c) u_k
    doutside : ndarray, shape (V, N)
        Row o gets (s(u_o v_c) - 1) v_c, row k gets s(u_k v_c) v_c each time; the others are 0. So a step
        costs K + 1 products, not V.

    Raises
    ------
    ValueError
        Where shapes do not fit each other, an index is no word, or the outside word is among the negatives.

    Notes
    -----
    Mikolov et al. 2013, "Distributed Representations of Words and Phrases"; CS224n,
    `neg_sampling_loss_and_gradient`.
    """
    v, U = shaped(center_word_vec=(center_word_vec, "N"), outside_vectors=(outside_vectors, "V N"))
    o = index("outside_word_idx", outside_word_idx, below=len(U))
    negatives = indices("negative_word_idx", negative_word_idx, below=len(U))
    if o in negatives:
        raise ValueError(
            f"negative_word_idx should not hold the outside word {o}, it is {negatives.tolist()}"
        )
    score, negative_scores = U[o] @ v, U[negatives] @ v
    loss = np.logaddexp(0, -score) + np.logaddexp(0, negative_scores).sum()  # -log s(a) = log(1 + exp(-a))
    dscore = sigmoid(score) - 1
    dnegative_scores = sigmoid(negative_scores)
    dcenter = dscore * U[o] + dnegative_scores @ U[negatives]
    doutside = np.zeros_like(U)
    doutside[o] = dscore * v
    np.add.at(doutside, negatives, np.outer(dnegative_scores, v))  # a row that occurs twice gets both
    return float(loss), dcenter, doutside


def negative_sampling_distribution(counts: Array, power: float = 0.75) -> Array:
    """Probabilities with which words are drawn as negatives.

    Parameters
    ----------
    counts : ndarray, shape (V,)
        How often each word occurs in the corpus.
    power : float
        Below 1 it makes rare words likelier than they are.

    Returns
    -------
    ndarray, shape (V,)
        p_w = counts_w^power / sum_j counts_j^power

    Raises
    ------
    ValueError
        Where a count is negative, or all are 0; unless power is a number.

    Notes
    -----
    Mikolov et al. 2013, "Distributed Representations of Words and Phrases", section 2.2: power 3/4.
    """
    number("power", power)
    (counts,) = shaped(counts=(counts, "V"))
    if not (counts >= 0).all() or not (counts > 0).any():
        raise ValueError(f"counts should not be negative, nor all 0; they are {counts.tolist()}")
    raised = np.where(counts > 0, counts, 0) ** power
    raised[counts == 0] = 0  # also where power is 0
    return raised / raised.sum()


def sample_negatives(probabilities: Array, outside_word_idx: int, count: int, seed: int) -> Array:
    """Draw negatives with replacement, never the outside word itself.

    Parameters
    ----------
    probabilities : ndarray, shape (V,)
        Of `negative_sampling_distribution`.
    outside_word_idx : int
        The true word, o.
    count, seed : int
        K, how many; and the seed of the generator.

    Returns
    -------
    ndarray of int, shape (K,)
        Word w != o with probability p_w / (1 - p_o).

    Raises
    ------
    ValueError
        Unless probabilities are a distribution in which another word than o is possible, count is at least 1,
        seed at least 0.

    Notes
    -----
    CS224n, assignment "word2vec", `getNegativeSamples`, which draws again where the outside word came.
    """
    p = distribution("probabilities", probabilities).astype(float)
    o = index("outside_word_idx", outside_word_idx, below=len(p))
    at_least(1, count=count)
    at_least(0, seed=seed)
    others = p.copy()
    others[o] = 0
    if not others.sum() > 0:
        raise ValueError("probabilities should leave another word than the outside word")
    return np.random.default_rng(seed).choice(len(p), size=count, p=others / others.sum())
