"""Long short-term memory: gates decide what the cell keeps, takes in and shows."""

import numpy as np

from reference_impl.checks import check_shape

Array = np.ndarray
Cache = tuple[Array, ...]


def _sigmoid(a: Array) -> Array:
    return 0.5 * (1 + np.tanh(0.5 * a))  # the same function, and nothing overflows


def lstm_step_forward(
    x: Array, prev_h: Array, prev_c: Array, Wx: Array, Wh: Array, b: Array
) -> tuple[Array, Array, Cache]:
    """One time step.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    prev_h, prev_c : ndarray, shape (N, H)
        Hidden state (the short-term memory) and cell state (the long-term memory).
    Wx, Wh, b : ndarray, shapes (D, 4H), (H, 4H), (4H,)
        Columns of the gates in the order i, f, o, g.

    Returns
    -------
    next_h, next_c : ndarray, shape (N, H)
        a = x Wx + prev_h Wh + b;  i, f, o = sigmoid(a_i), sigmoid(a_f), sigmoid(a_o);  g = tanh(a_g);
        c = f prev_c + i g;  h = o tanh(c)
    cache : tuple
        For `lstm_step_backward`.

    Notes
    -----
    Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000; layout of CS231n.
    """
    x = np.asarray(x)
    check_shape("x", x, (None, None))
    check_shape("prev_h", prev_h, (len(x), None))
    hidden = prev_h.shape[1]
    check_shape("prev_c", prev_c, prev_h.shape)
    check_shape("Wx", Wx, (x.shape[1], 4 * hidden))
    check_shape("Wh", Wh, (hidden, 4 * hidden))
    check_shape("b", b, (4 * hidden,))
    a_i, a_f, a_o, a_g = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    i, f, o, g = _sigmoid(a_i), _sigmoid(a_f), _sigmoid(a_o), np.tanh(a_g)
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(
    dnext_h: Array, dnext_c: Array, cache: Cache
) -> tuple[Array, Array, Array, Array, Array, Array]:
    """Gradients of one time step.

    Parameters
    ----------
    dnext_h, dnext_c : ndarray, shape (N, H)
        Upstream gradients of the hidden state and, from the step that follows, of the cell state.
    cache : tuple
        Of `lstm_step_forward`.

    Returns
    -------
    dx, dprev_h, dprev_c, dWx, dWh, db : ndarray
        With dc = dnext_c + dnext_h o (1 - tanh(c)^2):
        da_i = dc g i (1 - i);  da_f = dc prev_c f (1 - f);  da_o = dnext_h tanh(c) o (1 - o);
        da_g = dc i (1 - g^2);  dprev_c = dc f;  then dx = da Wx^T, dprev_h = da Wh^T, dWx = x^T da,
        dWh = prev_h^T da, db = sum over the batch of da.
    """
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    check_shape("dnext_h", dnext_h, prev_h.shape)
    check_shape("dnext_c", dnext_c, prev_c.shape)
    tanh_c = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tanh_c**2)
    da_i = dc * g * i * (1 - i)
    da_f = dc * prev_c * f * (1 - f)
    da_o = dnext_h * tanh_c * o * (1 - o)
    da_g = dc * i * (1 - g**2)
    da = np.concatenate([da_i, da_f, da_o, da_g], axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
