"""Activations: sigmoid, tanh, ReLU, and softmax for several classes."""

import numpy as np

from reference_impl.checks import floats, like, shaped

Array = np.ndarray


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
    """Slope of sigmoid at the pre-activation x.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray, same shape
        s(x) (1 - s(x)); at most 1/4, nearly 0 far out, where the unit saturates.

    Notes
    -----
    CS231n, backpropagation, "Modularity: Sigmoid example".
    """
    s = sigmoid(x)
    return s * (1 - s)


def tanh(x: Array) -> Array:
    """Hyperbolic tangent, entry by entry.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray, same shape
        tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x)) = 2 s(2 x) - 1, between -1 and 1.

    Notes
    -----
    CS231n, neural networks, "Commonly used activation functions".
    """
    return np.tanh(floats("x", x))


def tanh_derivative(x: Array) -> Array:
    """Slope of tanh at the pre-activation x.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray, same shape
        1 - tanh(x)^2; at most 1, nearly 0 far out, where the unit saturates.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 6.3.2.
    """
    return 1 - tanh(x) ** 2


def relu(x: Array) -> Array:
    """Rectified linear unit, entry by entry.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray, same shape
        max(0, x)

    Notes
    -----
    CS231n, neural networks, "Commonly used activation functions".
    """
    return np.maximum(0, floats("x", x))


def relu_derivative(x: Array) -> Array:
    """Slope of relu at the pre-activation x.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray, same shape
        1 where x > 0, else 0.

    Notes
    -----
    CS231n, neural networks; at the kink 0, as in PyTorch.
    """
    x = floats("x", x)
    return (x > 0).astype(x.dtype)


def sigmoid_forward(x: Array) -> tuple[Array, Array]:
    """Layer of sigmoids.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    out : ndarray, same shape
        s(x) = 1 / (1 + exp(-x))
    cache : ndarray, same shape
        out, from which the slope follows, for `sigmoid_backward`.

    Notes
    -----
    CS231n, neural networks, "Commonly used activation functions".
    """
    out = sigmoid(x)
    return out, out


def sigmoid_backward(dout: Array, cache: Array) -> Array:
    """Gradient of a layer of sigmoids.

    Parameters
    ----------
    dout : ndarray, any shape
        Upstream gradient.
    cache : ndarray, shape of dout
        s, the output of `sigmoid_forward`.

    Returns
    -------
    ndarray, shape of x
        dout s (1 - s)

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    CS231n, backpropagation, "Modularity: Sigmoid example".
    """
    s = floats("cache", cache)
    return like("dout", dout, s.shape) * s * (1 - s)


def tanh_forward(x: Array) -> tuple[Array, Array]:
    """Layer of hyperbolic tangents.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    out : ndarray, same shape
        tanh(x)
    cache : ndarray, same shape
        out, from which the slope follows, for `tanh_backward`.

    Notes
    -----
    CS231n, neural networks, "Commonly used activation functions".
    """
    out = tanh(x)
    return out, out


def tanh_backward(dout: Array, cache: Array) -> Array:
    """Gradient of a layer of hyperbolic tangents.

    Parameters
    ----------
    dout : ndarray, any shape
        Upstream gradient.
    cache : ndarray, shape of dout
        t, the output of `tanh_forward`.

    Returns
    -------
    ndarray, shape of x
        dout (1 - t^2)

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 6.3.2.
    """
    t = floats("cache", cache)
    return like("dout", dout, t.shape) * (1 - t**2)


def relu_forward(x: Array) -> tuple[Array, Array]:
    """Layer of rectified linear units.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    out : ndarray, same shape
        max(0, x)
    cache : ndarray, same shape
        x, for `relu_backward`.

    Notes
    -----
    CS231n, assignment 2, `relu_forward`.
    """
    x = floats("x", x)
    return relu(x), x


def relu_backward(dout: Array, cache: Array) -> Array:
    """Gradient of a layer of rectified linear units.

    Parameters
    ----------
    dout : ndarray, any shape
        Upstream gradient.
    cache : ndarray, shape of dout
        x, as of `relu_forward`.

    Returns
    -------
    ndarray, shape of x
        dout where x > 0, else 0.

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    CS231n, assignment 2, `relu_backward`.
    """
    x = floats("cache", cache)
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

    Raises
    ------
    ValueError
        Unless x has two axes.

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

    Raises
    ------
    ValueError
        Unless x has one axis.

    Notes
    -----
    Bishop, Pattern Recognition and Machine Learning, section 4.3.4, equation 4.106.
    """
    (x,) = shaped(x=(x, "C"))
    p = softmax(x[np.newaxis])[0]
    return np.diag(p) - np.outer(p, p)


def softmax_forward(x: Array) -> tuple[Array, Array]:
    """Layer of softmax, row by row.

    Parameters
    ----------
    x : ndarray, shape (N, C)

    Returns
    -------
    out : ndarray, shape (N, C)
        p[i, j] = exp(x_ij) / sum_k exp(x_ik)
    cache : ndarray, shape (N, C)
        p, for `softmax_backward`.

    Raises
    ------
    ValueError
        Unless x has two axes.

    Notes
    -----
    CS231n, linear classification, "Softmax classifier".
    """
    p = softmax(x)
    return p, p


def softmax_backward(dout: Array, cache: Array) -> Array:
    """Gradient of a layer of softmax: in each row the Jacobian times dout.

    Parameters
    ----------
    dout : ndarray, shape (N, C)
        Upstream gradient.
    cache : ndarray, shape of dout
        p, the output of `softmax_forward`.

    Returns
    -------
    ndarray, shape (N, C)
        p (dout - sum_j dout_j p_j), the sum along each row.

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    From the Jacobian in Bishop, Pattern Recognition and Machine Learning, section 4.3.4.
    """
    p = floats("cache", cache)
    dout = like("dout", dout, p.shape)
    return p * (dout - (dout * p).sum(axis=1, keepdims=True))
