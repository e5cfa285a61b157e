"""Regularisation: dropout, and penalties on large weights."""

from typing import Any

import numpy as np

from reference_impl.checks import at_least, floats, keys, like, number, of_forward, zeros_and_ones

Array = np.ndarray


def dropout_forward(x: Array, dropout_param: dict[str, Any]) -> tuple[Array, tuple[Array, float]]:
    """Inverted dropout: in training each entry is kept with probability p, else set to 0.

    Parameters
    ----------
    x : ndarray, any shape
    dropout_param : dict
        p, the probability of KEEPING an entry, 0 < p <= 1 (as in CS231n; torch's p drops);
        mode, "train" or "test"; in training `mask` (shape of x, true where an entry is kept) or `seed`.

    Returns
    -------
    out : ndarray, shape of x
        In training x mask / p, so that its mean over masks is x; in test mode x.
    cache : tuple
        For `dropout_backward`.

    Raises
    ------
    ValueError
        Unless p is in (0, 1] and mode one of the two; where the mask has another shape than x, or holds more
        than 0 and 1.

    Notes
    -----
    Srivastava et al. 2014; CS231n, neural networks 2, "Inverted dropout".
    """
    x = floats("x", x)
    keys("dropout_param", dropout_param, ("p", "mode"))
    p, mode = dropout_param["p"], dropout_param["mode"]
    number("dropout_param['p'], the probability of keeping,", p, "(0, 1]")
    if mode == "test":
        return x.copy(), (np.ones_like(x), 1.0)
    if mode != "train":
        raise ValueError(f"dropout_param['mode'] should be 'train' or 'test', it is {mode!r}")
    mask = dropout_param.get("mask")
    if mask is None:
        if dropout_param.get("seed") is not None:
            at_least(0, **{"dropout_param['seed']": dropout_param["seed"]})
        mask = np.random.default_rng(dropout_param.get("seed")).random(x.shape) < p
    mask = like("dropout_param['mask']", mask, x.shape).astype(x.dtype)
    zeros_and_ones("dropout_param['mask']", mask)
    out = x * mask / p
    return out, (mask, p)


def dropout_backward(dout: Array, cache: tuple[Array, float]) -> Array:
    """Gradient of dropout: what was kept passes, scaled alike.

    Parameters
    ----------
    dout : ndarray, shape of x
        Upstream gradient.
    cache : tuple
        Of `dropout_forward`.

    Returns
    -------
    ndarray, shape of x
        In training dout mask / p; in test mode dout.

    Raises
    ------
    ValueError
        Unless dout has the shape of x; where the cached mask holds more than 0 and 1.

    Notes
    -----
    CS231n, assignment 2, `dropout_backward`.
    """
    mask, p = of_forward("dropout_forward", cache, 2)
    mask = zeros_and_ones("the mask of cache", floats("the mask of cache", mask))
    number("p of cache", p, "(0, inf)")
    dout = like("dout", dout, mask.shape)
    return dout * mask / p


# --- norms and penalties -------------------------------------------------------------------------


def l1_norm(w: Array) -> float:
    """Sum of absolute values.

    Parameters
    ----------
    w : ndarray, any shape

    Returns
    -------
    float
        ||w||_1 = sum_i |w_i|

    Notes
    -----
    The course's notes, L1-Norm & L2-norm.
    """
    return float(np.abs(floats("w", w)).sum())


def l2_norm(w: Array) -> float:
    """Root of the sum of squares.

    Parameters
    ----------
    w : ndarray, any shape

    Returns
    -------
    float
        ||w||_2 = sqrt(sum_i w_i^2)

    Notes
    -----
    The course's notes, L1-Norm & L2-norm.
    """
    return float(np.sqrt(np.square(floats("w", w)).sum()))


def l1_norm_gradient(w: Array) -> Array:
    """Gradient of the L1 norm.

    Parameters
    ----------
    w : ndarray, any shape

    Returns
    -------
    ndarray, shape of w
        d||w||_1/dw = sign(w); 0 at the kink w_i = 0.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 7.1.2; 0 at the kink as in PyTorch.
    """
    return np.sign(floats("w", w))


def l2_norm_gradient(w: Array) -> Array:
    """Gradient of the L2 norm.

    Parameters
    ----------
    w : ndarray, any shape

    Returns
    -------
    ndarray, shape of w
        d||w||_2/dw = w / ||w||_2, of length 1; 0 at the kink w = 0.

    Notes
    -----
    From the norm of the course's notes by the chain rule; 0 at the kink as in PyTorch.
    """
    w = floats("w", w)
    norm = l2_norm(w)
    return w / norm if norm > 0 else np.zeros_like(w)


def l1_penalty(w: Array, reg: float) -> tuple[float, Array]:
    """L1 penalty, which draws weights to 0, and its gradient.

    Parameters
    ----------
    w : ndarray, any shape
    reg : float
        Strength, at least 0.

    Returns
    -------
    R : float
        R = reg sum_i |w_i|
    dw : ndarray, shape of w
        reg sign(w); sign(0) = 0.

    Raises
    ------
    ValueError
        Unless reg is one number of at least 0.

    Notes
    -----
    CS231n, neural networks 2, "Regularization"; R(W) in the course's notes.
    """
    w = floats("w", w)
    number("reg", reg, "[0, inf)")
    return float(reg * np.abs(w).sum()), reg * np.sign(w)


def l2_penalty(w: Array, reg: float) -> tuple[float, Array]:
    """L2 penalty, which makes large weights smaller, and its gradient.

    Parameters
    ----------
    w : ndarray, any shape
    reg : float
        Strength, at least 0.

    Returns
    -------
    R : float
        R = reg sum_i w_i^2: the SQUARED norm, no 1/2.
    dw : ndarray, shape of w
        2 reg w

    Raises
    ------
    ValueError
        Unless reg is one number of at least 0.

    Notes
    -----
    CS231n, linear classification, "Regularization"; R(W) in the course's notes.
    """
    w = floats("w", w)
    number("reg", reg, "[0, inf)")
    return float(reg * np.square(w).sum()), 2 * reg * w
