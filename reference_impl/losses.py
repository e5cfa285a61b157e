"""Losses: how far predictions are from what is true, with their gradients."""

from collections.abc import Sequence

import numpy as np

from reference_impl.checks import distribution, floats, indices, like, listed, number, shaped

Array = np.ndarray


def mse_loss(x: Array, y: Array) -> tuple[float, Array]:
    """Mean squared error over all entries, and its gradient.

    Parameters
    ----------
    x, y : ndarray, the same shape
        Predictions and targets; M entries each.

    Returns
    -------
    loss : float
        L = (1/M) sum (x - y)^2
    dx : ndarray, shape of x
        dL/dx = (2/M) (x - y)

    Raises
    ------
    ValueError
        Unless x and y have one shape.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 5.1.4.
    """
    x = floats("x", x)
    y = like("y", y, x.shape)
    loss = np.mean((x - y) ** 2)
    dx = 2 * (x - y) / x.size
    return float(loss), dx


# --- distributions: p the true one, q the predicted one ------------------------------------------


def entropy(p: Array, base: float = np.e) -> float:
    """Entropy of a distribution.

    Parameters
    ----------
    p : ndarray, shape (K,)
        Probabilities.
    base : float
        Of the logarithm: e gives nats, 2 gives bits.

    Returns
    -------
    float
        H(p) = -sum_k p_k log p_k, where 0 log 0 = 0.

    Raises
    ------
    ValueError
        Unless p is a distribution (its sum 1 within 1e-6), and base above 0 and not 1.

    Notes
    -----
    Cover and Thomas, Elements of Information Theory, section 2.1.
    """
    p = distribution("p", p)
    possible = p > 0
    nats = -np.sum(p[possible] * np.log(p[possible]))
    return float(nats) / _log_of_base(base)


def cross_entropy(p: Array, q: Array, base: float = np.e) -> float:
    """Cross entropy: the mean length of a code made for q, where p is true.

    Parameters
    ----------
    p, q : ndarray, shape (K,)
        Probabilities: p the true ones, q the predicted ones.
    base : float
        Of the logarithm: e gives nats, 2 gives bits.

    Returns
    -------
    float
        H(p, q) = -sum_k p_k log q_k = H(p) + D(p || q), where 0 log 0 = 0; inf where some q_k = 0 < p_k.

    Raises
    ------
    ValueError
        Unless p and q are distributions of one length (sums 1 within 1e-6), and base above 0 and not 1.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 3.13.
    """
    p, q = distribution("p", p), distribution("q", q)
    q = like("q", q, p.shape)
    possible = p > 0
    with np.errstate(divide="ignore"):  # log 0 = -inf is the answer
        nats = -np.sum(p[possible] * np.log(q[possible]))
    return float(nats) / _log_of_base(base)


def kl_divergence(p: Array, q: Array, base: float = np.e) -> float:
    """Relative entropy of the predicted distribution q from the true distribution p.

    Parameters
    ----------
    p, q : ndarray, shape (K,)
        Probabilities: p the true ones, q the predicted ones.
    base : float
        Of the logarithm: e gives nats, 2 gives bits.

    Returns
    -------
    float
        D(p || q) = sum_k p_k log(p_k / q_k), where 0 log 0 = 0; inf where some q_k = 0 < p_k.

    Raises
    ------
    ValueError
        Unless p and q are distributions of one length (sums 1 within 1e-6), and base above 0 and not 1.

    Notes
    -----
    Cover and Thomas, Elements of Information Theory, section 2.3.
    """
    p, q = distribution("p", p), distribution("q", q)
    q = like("q", q, p.shape)
    possible = p > 0
    with np.errstate(divide="ignore"):  # log 0 = -inf is the answer
        nats = np.sum(p[possible] * (np.log(p[possible]) - np.log(q[possible])))
    return float(nats) / _log_of_base(base)


def _log_of_base(base: float) -> float:
    number("base", base, "(0, inf)")
    if base == 1:
        raise ValueError("base should not be 1: no power of 1 is another number")
    return float(np.log(base))


# --- losses of scores ----------------------------------------------------------------------------


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

    Raises
    ------
    ValueError
        Unless there is one label a row, each an integer in [0, C).

    Notes
    -----
    CS231n, linear classification, "Softmax classifier".
    """
    (x,) = shaped(x=(x, "N C"))
    y = indices("y", y, below=x.shape[1], length=len(x))
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

    Raises
    ------
    ValueError
        Unless there is one label a row, each an integer in [0, C).

    Notes
    -----
    CS231n, linear classification, "Multiclass Support Vector Machine loss".
    """
    (x,) = shaped(x=(x, "N C"))
    y = indices("y", y, below=x.shape[1], length=len(x))
    rows = np.arange(len(x)), y
    margins = np.maximum(0, x - x[rows][:, np.newaxis] + 1)
    margins[rows] = 0
    loss = margins.sum() / len(x)
    dx = (margins > 0).astype(x.dtype)
    dx[rows] -= dx.sum(axis=1)
    return float(loss), dx / len(x)


# --- full losses: data and regularisation --------------------------------------------------------


def full_loss(
    data_losses: Array, weights: Sequence[Array], l1: float, l2: float
) -> tuple[float, list[Array]]:
    """Mean data loss and regularisation of all weights.

    Parameters
    ----------
    data_losses : ndarray, shape (N,)
        Loss of each sample, L_i.
    weights : list of ndarray, each of any shape
        Weight matrices; biases are left out.
    l1, l2 : float
        Strengths of the two penalties, at least 0.

    Returns
    -------
    loss : float
        L = (1/N) sum_i L_i + R,  R = sum over the matrices of (l1 sum |W| + l2 sum W^2)
    dR : list of ndarray, shapes of the weights
        dR/dW = l1 sign(W) + 2 l2 W for each matrix; sign(0) = 0.

    Raises
    ------
    ValueError
        Unless data_losses has one axis, weights is a list, and no strength is negative.

    Notes
    -----
    CS231n, linear classification, "Regularization"; R(W) in the notes.
    """
    number("l1", l1, "[0, inf)")
    number("l2", l2, "[0, inf)")
    (data_losses,) = shaped(data_losses=(data_losses, "N"))
    matrices = [floats("weights", W) for W in listed("weights", weights)]
    R = sum(l1 * np.abs(W).sum() + l2 * np.square(W).sum() for W in matrices)
    dR = [l1 * np.sign(W) + 2 * l2 * W for W in matrices]
    return float(data_losses.mean() + R), dR


def linear_softmax_loss(W: Array, X: Array, y: Array, reg: float) -> tuple[float, Array]:
    """Softmax loss of a linear classifier with an L2 penalty, and its gradient.

    Parameters
    ----------
    W : ndarray, shape (D, C)
    X : ndarray, shape (N, D)
    y : ndarray of int, shape (N,)
        Correct classes, 0 <= y < C.
    reg : float
        Strength of the penalty, at least 0.

    Returns
    -------
    loss : float
        L = softmax loss of X W + reg sum W^2
    dW : ndarray, shape (D, C)
        X^T dscores + 2 reg W,  dscores = (p - onehot(y)) / N

    Raises
    ------
    ValueError
        Where shapes do not fit each other, a label is no class, or reg is negative.

    Notes
    -----
    CS231n, assignment 1, `softmax_loss_vectorized`.
    """
    number("reg", reg, "[0, inf)")
    W, X = shaped(W=(W, "D C"), X=(X, "N D"))
    data_loss, dscores = softmax_loss(X @ W, y)
    loss = data_loss + reg * np.sum(W**2)
    dW = X.T @ dscores + 2 * reg * W
    return float(loss), dW


def linear_svm_loss_naive(W: Array, X: Array, y: Array, reg: float) -> tuple[float, Array]:
    """What `linear_svm_loss` computes, in two loops, just as the formula reads.

    Parameters
    ----------
    W, X, y : ndarray, shapes (D, C), (N, D), (N,)
    reg : float
        As for `linear_softmax_loss`.

    Returns
    -------
    loss : float
        L = (1/N) sum_i sum_{j != y_i} max(0, w_j x_i - w_{y_i} x_i + 1) + reg sum W^2
    dW : ndarray, shape (D, C)
        For every margin above 0: x_i in column j, -x_i in column y_i; then / N, and 2 reg W.

    Raises
    ------
    ValueError
        Where shapes do not fit each other, a label is no class, or reg is negative.

    Notes
    -----
    CS231n, assignment 1, `svm_loss_naive`.
    """
    number("reg", reg, "[0, inf)")
    W, X = shaped(W=(W, "D C"), X=(X, "N D"))
    y = indices("y", y, below=W.shape[1], length=len(X))
    loss, dW = 0.0, np.zeros_like(W)
    for x_i, y_i in zip(X, y, strict=True):
        scores = x_i @ W
        for j in range(len(scores)):
            margin = scores[j] - scores[y_i] + 1
            if j != y_i and margin > 0:
                loss += margin
                dW[:, j] += x_i
                dW[:, y_i] -= x_i
    loss = loss / len(X) + reg * np.sum(W**2)
    dW = dW / len(X) + 2 * reg * W
    return float(loss), dW


def linear_svm_loss(W: Array, X: Array, y: Array, reg: float) -> tuple[float, Array]:
    """Hinge loss of a linear classifier with an L2 penalty, and its gradient.

    Parameters
    ----------
    W, X, y : ndarray, shapes (D, C), (N, D), (N,)
    reg : float
        As for `linear_softmax_loss`.

    Returns
    -------
    loss : float
        L = hinge loss of X W + reg sum W^2
    dW : ndarray, shape (D, C)
        X^T dscores + 2 reg W,  dscores as in `svm_loss`

    Raises
    ------
    ValueError
        Where shapes do not fit each other, a label is no class, or reg is negative.

    Notes
    -----
    CS231n, assignment 1, `svm_loss_vectorized`.
    """
    number("reg", reg, "[0, inf)")
    W, X = shaped(W=(W, "D C"), X=(X, "N D"))
    data_loss, dscores = svm_loss(X @ W, y)
    loss = data_loss + reg * np.sum(W**2)
    dW = X.T @ dscores + 2 * reg * W
    return float(loss), dW
