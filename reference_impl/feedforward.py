"""Fully connected layers."""

import numpy as np

from reference_impl.checks import like, of_forward, shaped

Array = np.ndarray


def affine_forward(x: Array, w: Array, b: Array) -> tuple[Array, tuple[Array, Array, Array]]:
    """Fully connected layer: every output is a weighted sum of every input, and a bias.

    Parameters
    ----------
    x : ndarray, shape (N, d_1, ..., d_k)
        Samples; each is flattened to D = d_1 ... d_k numbers.
    w : ndarray, shape (D, M)
    b : ndarray, shape (M,)

    Returns
    -------
    out : ndarray, shape (N, M)
        out = x w + b
    cache : tuple
        For `affine_backward`.

    Raises
    ------
    ValueError
        Unless w has a row for each number of a sample, and b an entry for each column of w.

    Notes
    -----
    CS231n, assignment 2, "affine layer".
    """
    (x,) = shaped(x=(x, "N ..."))
    rows, w, b = shaped(x=(x.reshape(len(x), -1), "N D"), w=(w, "D M"), b=(b, "M"))
    out = rows @ w + b
    return out, (x, w, b)


def affine_backward(dout: Array, cache: tuple[Array, Array, Array]) -> tuple[Array, Array, Array]:
    """Gradients of a fully connected layer.

    Parameters
    ----------
    dout : ndarray, shape (N, M)
        Upstream gradient.
    cache : tuple
        Of `affine_forward`.

    Returns
    -------
    dx : ndarray, shape (N, d_1, ..., d_k)
        dout w^T
    dw : ndarray, shape (D, M)
        x^T dout
    db : ndarray, shape (M,)
        sum_i dout_i

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    CS231n, assignment 2, `affine_backward`.
    """
    x, w, b = of_forward("affine_forward", cache, 3)
    dout = like("dout", dout, (len(x), len(b)))
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
