"""Losses: how far predictions are from what is true, with their gradients."""

import numpy as np

from reference_impl.checks import check_distribution, check_labels, check_shape

Array = np.ndarray


def kl_divergence(p: Array, q: Array) -> float:
    """Relative entropy of the predicted distribution q from the true distribution p, in nats.

    Parameters
    ----------
    p, q : ndarray, shape (K,)
        Probabilities: p the true ones, q the predicted ones.

    Returns
    -------
    float
        D(p || q) = sum_k p_k log(p_k / q_k), where 0 log 0 = 0; inf where some q_k = 0 < p_k.

    Notes
    -----
    Cover and Thomas, Elements of Information Theory, section 2.3.
    """
    p, q = np.asarray(p), np.asarray(q)
    check_distribution("p", p)
    check_distribution("q", q)
    check_shape("q", q, p.shape)
    possible = p > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(p[possible] * np.log(p[possible] / q[possible])))


def softmax_loss(x: Array, y: Array) -> tuple[float, Array]:
    """Mean cross-entropy of softmax scores, and its gradient.

    Parameters
    ----------
    x : ndarray, shape (N, C)
        Scores (logits).
    y : ndarray of int, shape (N,)
        Correct classes, 0 <= y < C.

    Returns
    -------
    loss : float
        L = -(1/N) sum_i log p[i, y_i],  p[i, j] = exp(x_ij) / sum_k exp(x_ik)
    dx : ndarray, shape (N, C)
        dL/dx = (p - onehot(y)) / N

    Notes
    -----
    CS231n, linear classification, "Softmax classifier".
    """
    x, y = np.asarray(x), np.asarray(y)
    check_shape("x", x, (None, None))
    check_labels("y", y, *x.shape)
    rows = np.arange(len(x)), y
    shifted = x - x.max(axis=1, keepdims=True)  # p is unchanged, and exp cannot overflow
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[rows].mean()
    dx = np.exp(log_p)
    dx[rows] -= 1
    return float(loss), dx / len(x)


def svm_loss(x: Array, y: Array) -> tuple[float, Array]:
    """Mean multiclass hinge loss with margin 1, and its gradient.

    Parameters
    ----------
    x : ndarray, shape (N, C)
        Scores.
    y : ndarray of int, shape (N,)
        Correct classes, 0 <= y < C.

    Returns
    -------
    loss : float
        L = (1/N) sum_i sum_{j != y_i} max(0, x_ij - x_{i,y_i} + 1)
    dx : ndarray, shape (N, C)
        For j != y_i: [x_ij - x_{i,y_i} + 1 > 0] / N; at y_i minus the sum of its row's others.

    Notes
    -----
    CS231n, linear classification, "Multiclass Support Vector Machine loss".
    """
    x, y = np.asarray(x), np.asarray(y)
    check_shape("x", x, (None, None))
    check_labels("y", y, *x.shape)
    rows = np.arange(len(x)), y
    margins = np.maximum(0, x - x[rows][:, np.newaxis] + 1)
    margins[rows] = 0
    loss = margins.sum() / len(x)
    dx = (margins > 0).astype(x.dtype)
    dx[rows] -= dx.sum(axis=1)
    return float(loss), dx / len(x)
