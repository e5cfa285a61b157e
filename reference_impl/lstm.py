"""Long short-term memory: gates decide what the cell keeps, takes in and shows."""

import numpy as np

from reference_impl.activations import sigmoid
from reference_impl.checks import like, of_forward, of_steps, shaped

Array = np.ndarray
Cache = tuple[Array, ...]


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

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000; layout of CS231n.
    The gates lie in (0, 1); N x H numbers each, as c and h. Wx and Wh hold four of the notes' U and W.
    """
    x, prev_h, prev_c, Wx, Wh, b = shaped(
        x=(x, "N D"),
        prev_h=(prev_h, "N H"),
        prev_c=(prev_c, "N H"),
        Wx=(Wx, "D 4H"),
        Wh=(Wh, "H 4H"),
        b=(b, "4H"),
    )
    a_i, a_f, a_o, a_g = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid(a_i), sigmoid(a_f), sigmoid(a_o), np.tanh(a_g)
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
    dx, dprev_h, dprev_c, dWx, dWh, db : ndarray, shapes (N, D), (N, H), (N, H), (D, 4H), (H, 4H), (4H,)
        With dc = dnext_c + dnext_h o (1 - tanh(c)^2):
        da_i = dc g i (1 - i);  da_f = dc prev_c f (1 - f);  da_o = dnext_h tanh(c) o (1 - o);
        da_g = dc i (1 - g^2);  dprev_c = dc f;  then dx = da Wx^T, dprev_h = da Wh^T, dWx = x^T da,
        dWh = prev_h^T da, db = sum over the batch of da.

    Raises
    ------
    ValueError
        Unless dnext_h and dnext_c have the shapes of next_h and next_c.

    Notes
    -----
    A gate's gradient comes first, its pre-activation's second: dL/di is dc g, dL/df is dc prev_c, dL/do is
    dnext_h tanh(c), dL/dg is dc i. The cell's own way back, dc_t/dc_{t-1}, is the forget gate f: where it is
    near 1 the gradient lives on, through however many steps (Hochreiter and Schmidhuber 1997).
    """
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = of_forward("lstm_step_forward", cache, 10)
    dnext_h = like("dnext_h", dnext_h, prev_h.shape)
    dnext_c = like("dnext_c", dnext_c, prev_c.shape)
    tanh_c = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tanh_c**2)
    da_i = dc * g * i * (1 - i)
    da_f = dc * prev_c * f * (1 - f)
    da_o = dnext_h * tanh_c * o * (1 - o)
    da_g = dc * i * (1 - g**2)
    da = np.concatenate([da_i, da_f, da_o, da_g], axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)


def lstm_forward(x: Array, h0: Array, Wx: Array, Wh: Array, b: Array) -> tuple[Array, list[Cache]]:
    """A whole sequence; the cell state starts at 0.

    Parameters
    ----------
    x : ndarray, shape (N, T, D)
    h0 : ndarray, shape (N, H)
    Wx, Wh, b : ndarray, shapes (D, 4H), (H, 4H), (4H,)
        The same at every step.

    Returns
    -------
    h : ndarray, shape (N, T, H)
        h[:, t], c_t = lstm_step(x[:, t], h[:, t - 1], c_{t-1}), with h[:, -1] = h0 and c_{-1} = 0.
    cache : list
        For `lstm_backward`.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    CS231n, assignment 3, `lstm_forward`.
    """
    x, h0, Wx, Wh, b = shaped(x=(x, "N T D"), h0=(h0, "N H"), Wx=(Wx, "D 4H"), Wh=(Wh, "H 4H"), b=(b, "4H"))
    h, c = h0, np.zeros_like(h0)
    states, cache = [], []
    for t in range(x.shape[1]):
        h, c, step = lstm_step_forward(x[:, t], h, c, Wx, Wh, b)
        states.append(h)
        cache.append(step)
    return np.stack(states, axis=1), cache


def lstm_backward(dh: Array, cache: list[Cache]) -> tuple[Array, Array, Array, Array, Array]:
    """Backpropagation through time.

    Parameters
    ----------
    dh : ndarray, shape (N, T, H)
        Upstream gradient of every hidden state, from outside the recurrence.
    cache : list
        Of `lstm_forward`.

    Returns
    -------
    dx, dh0, dWx, dWh, db : ndarray, shapes (N, T, D), (N, H), (D, 4H), (H, 4H), (4H,)
        From the last step to the first: each step gets dh[:, t] + dprev_h of the step that follows, and
        its dprev_c; the gradients of the weights, which all steps share, are summed over time.

    Raises
    ------
    ValueError
        Unless dh has the shape of h.

    Notes
    -----
    CS231n, assignment 3, `lstm_backward`.
    """
    x, prev_h, _, Wx, Wh, *_ = of_steps("lstm_forward", cache, 10)[0]
    dh = like("dh", dh, (len(x), len(cache), prev_h.shape[1]))
    dx = np.empty((len(x), len(cache), x.shape[1]), dtype=dh.dtype)
    dprev_h, dprev_c = np.zeros_like(prev_h), np.zeros_like(prev_h)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(Wx[0])
    for t in reversed(range(len(cache))):
        dx[:, t], dprev_h, dprev_c, dWx_t, dWh_t, db_t = lstm_step_backward(
            dh[:, t] + dprev_h, dprev_c, cache[t]
        )
        dWx += dWx_t
        dWh += dWh_t
        db += db_t
    return dx, dprev_h, dWx, dWh, db
