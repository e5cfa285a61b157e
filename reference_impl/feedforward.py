"""Feedforward networks: activations, softmax for several classes, fully connected layers."""

import numpy as np

from reference_impl.checks import floats, like, shaped

Array = np.ndarray

# --- activations ---------------------------------------------------------------------------------


def sigmoid(x: Array) -> Array:
    """Logistic function, entry by entry.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray, same shape
        s(x) = 1 / (1 + exp(-x)), between 0 and 1; s(-x) = 1 - s(x).

    Notes
    -----
    CS231n, neural networks, "Commonly used activation functions".
    """
    x = floats("x", x)
    e = np.exp(-np.abs(x))  # at most 1: for x < 0 numerator and denominator are multiplied by exp(x)
    return np.where(x >= 0, 1, e) / (1 + e)


def sigmoid_derivative(x: Array) -> Array:
    """Slope of sigmoid: s(x) (1 - s(x)) at the pre-activation x, any shape; at most 1/4, nearly 0 far out."""
    s = sigmoid(x)
    return s * (1 - s)


def tanh(x: Array) -> Array:
    """Hyperbolic tangent: (exp(x) - exp(-x)) / (exp(x) + exp(-x)), any shape, between -1 and 1."""
    return np.tanh(floats("x", x))


def tanh_derivative(x: Array) -> Array:
    """Slope of tanh: 1 - tanh(x)^2 at the pre-activation x, any shape; at most 1, nearly 0 far out."""
    return 1 - tanh(x) ** 2


def relu(x: Array) -> Array:
    """Rectified linear unit: max(0, x), any shape."""
    return np.maximum(0, floats("x", x))


def relu_derivative(x: Array) -> Array:
    """Slope of relu, any shape: 1 where x > 0, else 0 (at the kink 0 too, as in CS231n)."""
    x = floats("x", x)
    return (x > 0).astype(x.dtype)


def sigmoid_forward(x: Array) -> tuple[Array, Array]:
    """Layer out = s(x), any shape; the cache is out, from which the slope follows."""
    out = sigmoid(x)
    return out, out


def sigmoid_backward(dout: Array, cache: Array) -> Array:
    """Gradient dx = dout s (1 - s), shape of x, with s the cached output."""
    s = cache
    return like("dout", dout, s.shape) * s * (1 - s)


def tanh_forward(x: Array) -> tuple[Array, Array]:
    """Layer out = tanh(x), any shape; the cache is out."""
    out = tanh(x)
    return out, out


def tanh_backward(dout: Array, cache: Array) -> Array:
    """Gradient dx = dout (1 - t^2), shape of x, with t the cached output."""
    t = cache
    return like("dout", dout, t.shape) * (1 - t**2)


def relu_forward(x: Array) -> tuple[Array, Array]:
    """Layer out = max(0, x), any shape; the cache is x."""
    x = floats("x", x)
    return relu(x), x


def relu_backward(dout: Array, cache: Array) -> Array:
    """Gradient dx = dout where x > 0, else 0; shape of x."""
    x = cache
    return like("dout", dout, x.shape) * (x > 0)


# --- softmax -------------------------------------------------------------------------------------


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
    (x,) = shaped(x=(x, "N C"))
    exp = np.exp(x - x.max(axis=1, keepdims=True))  # p is unchanged, and exp cannot overflow
    return exp / exp.sum(axis=1, keepdims=True)


def softmax_jacobian(x: Array) -> Array:
    """Derivatives of one sample's probabilities by its scores.

    Parameters
    ----------
    x : ndarray, shape (C,)
        Scores (logits).

    Returns
    -------
    ndarray, shape (C, C)
        J[i, j] = dp_i/dx_j = p_i ([i = j] - p_j)
    """
    (x,) = shaped(x=(x, "C"))
    p = softmax(x[np.newaxis])[0]
    return np.diag(p) - np.outer(p, p)


def softmax_forward(x: Array) -> tuple[Array, Array]:
    """Layer p = softmax(x), row by row, shape (N, C); the cache is p."""
    p = softmax(x)
    return p, p


def softmax_backward(dout: Array, cache: Array) -> Array:
    """Gradient dx = p (dout - sum_j dout_j p_j), shape (N, C): in each row the Jacobian times dout."""
    p = cache
    dout = like("dout", dout, p.shape)
    return p * (dout - (dout * p).sum(axis=1, keepdims=True))


# --- fully connected layers ----------------------------------------------------------------------


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
    """
    x, w, b = cache
    dout = like("dout", dout, (len(x), len(b)))
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
