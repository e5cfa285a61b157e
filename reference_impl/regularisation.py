"""Regularisation: dropout, and penalties on large weights."""

from typing import Any

import numpy as np

from reference_impl.checks import floats, keys, like

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

    Notes
    -----
    Srivastava et al. 2014; CS231n, neural networks 2, "Inverted dropout".
    """
    x = floats("x", x)
    keys("dropout_param", dropout_param, ("p", "mode"))
    p, mode = dropout_param["p"], dropout_param["mode"]
    if not 0 < p <= 1:
        raise ValueError(f"dropout_param['p'], the probability of keeping, should be in (0, 1], it is {p}")
    if mode == "test":
        return x.copy(), (np.ones_like(x), 1.0)
    if mode != "train":
        raise ValueError(f"dropout_param['mode'] should be 'train' or 'test', it is {mode!r}")
    mask = dropout_param.get("mask")
    if mask is None:
        mask = np.random.default_rng(dropout_param.get("seed")).random(x.shape) < p
    mask = like("dropout_param['mask']", mask, x.shape).astype(x.dtype)
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
    """
    mask, p = cache
    dout = like("dout", dout, mask.shape)
    return dout * mask / p


# --- norms and penalties -------------------------------------------------------------------------


def l1_norm(w: Array) -> float:
    """Sum of absolute values: ||w||_1 = sum_i |w_i|."""
    return float(np.abs(floats("w", w)).sum())


def l2_norm(w: Array) -> float:
    """Root of the sum of squares: ||w||_2 = sqrt(sum_i w_i^2)."""
    return float(np.sqrt(np.square(floats("w", w)).sum()))


def l1_norm_gradient(w: Array) -> Array:
    """d||w||_1/dw = sign(w); 0 at the kink w_i = 0."""
    return np.sign(floats("w", w))


def l2_norm_gradient(w: Array) -> Array:
    """d||w||_2/dw = w / ||w||_2; 0 at the kink w = 0."""
    w = floats("w", w)
    norm = l2_norm(w)
    return w / norm if norm > 0 else np.zeros_like(w)


def l1_penalty(w: Array, reg: float) -> tuple[float, Array]:
    """L1 penalty R = reg sum_i |w_i|, and its gradient reg sign(w)."""
    w = floats("w", w)
    return float(reg * np.abs(w).sum()), reg * np.sign(w)


def l2_penalty(w: Array, reg: float) -> tuple[float, Array]:
    """L2 penalty R = reg sum_i w_i^2 (the SQUARED norm, no 1/2), and its gradient 2 reg w."""
    w = floats("w", w)
    return float(reg * np.square(w).sum()), 2 * reg * w
