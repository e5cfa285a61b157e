"""Feedforward networks: activations, and softmax for several classes."""

import numpy as np

from reference_impl.checks import check_shape

Array = np.ndarray


def softmax(x: Array) -> Array:
    """Probabilities of several classes from their scores, row by row.

    Parameters
    ----------
    x : ndarray, shape (N, C)
        Scores (logits).

    Returns
    -------
    ndarray, shape (N, C)
        p[i, j] = exp(x_ij) / sum_k exp(x_ik); every row sums to 1.

    Notes
    -----
    CS231n, linear classification, "Softmax classifier".
    """
    x = np.asarray(x)
    check_shape("x", x, (None, None))
    exp = np.exp(x - x.max(axis=1, keepdims=True))  # p is unchanged, and exp cannot overflow
    return exp / exp.sum(axis=1, keepdims=True)
