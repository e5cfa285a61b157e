"""Gated recurrent unit: two gates, and no cell state beside the hidden state."""

import numpy as np

from reference_impl.activations import sigmoid
from reference_impl.checks import like, of_forward, of_steps, shaped

Array = np.ndarray
Cache = tuple[Array, ...]


def gru_step_forward(
    x: Array, prev_h: Array, Wx: Array, Wh: Array, bx: Array, bh: Array
) -> tuple[Array, Cache]:
    """One time step.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    prev_h : ndarray, shape (N, H)
    Wx, Wh : ndarray, shapes (D, 3H), (H, 3H)
        Columns in the order r (reset gate), z (update gate), n (candidate).
    bx, bh : ndarray, shape (3H,)
        Two biases, because that of the candidate's recurrent part is inside the reset.

    Returns
    -------
    next_h : ndarray, shape (N, H)
        a = x Wx + bx;  u = prev_h Wh + bh;  r, z = sigmoid(a_r + u_r), sigmoid(a_z + u_z);
        n = tanh(a_n + r u_n);  h = (1 - z) n + z prev_h
    cache : tuple
        For `gru_step_backward`.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    Cho et al. 2014, in PyTorch's convention: the reset gate is applied after the product with Wh, and
    z keeps the old state. In the paper r is applied before the product; others exchange z and 1 - z.
    Wx and Wh hold three of the notes' U and W. The gates lie in (0, 1); N x H numbers each, as h.
    """
    x, prev_h, Wx, Wh, bx, bh = shaped(
        x=(x, "N D"), prev_h=(prev_h, "N H"), Wx=(Wx, "D 3H"), Wh=(Wh, "H 3H"), bx=(bx, "3H"), bh=(bh, "3H")
    )
    a_r, a_z, a_n = np.split(x @ Wx + bx, 3, axis=1)
    u_r, u_z, u_n = np.split(prev_h @ Wh + bh, 3, axis=1)
    r, z = sigmoid(a_r + u_r), sigmoid(a_z + u_z)
    n = np.tanh(a_n + r * u_n)
    next_h = (1 - z) * n + z * prev_h
    return next_h, (x, prev_h, Wx, Wh, r, z, n, u_n)


def gru_step_backward(dnext_h: Array, cache: Cache) -> tuple[Array, Array, Array, Array, Array, Array]:
    """Gradients of one time step.

    Parameters
    ----------
    dnext_h : ndarray, shape (N, H)
        Upstream gradient.
    cache : tuple
        Of `gru_step_forward`.

    Returns
    -------
    dx, dprev_h, dWx, dWh, dbx, dbh : ndarray, shapes (N, D), (N, H), (D, 3H), (H, 3H), (3H,), (3H,)
        With a and u as in the forward pass,
        da_n = dnext_h (1 - z) (1 - n^2);  da_z = dnext_h (prev_h - n) z (1 - z);
        da_r = da_n u_n r (1 - r);  du = da, but du_n = da_n r; then dx = da Wx^T,
        dprev_h = dnext_h z + du Wh^T, dWx = x^T da, dWh = prev_h^T du, dbx and dbh the batch's sums.

    Raises
    ------
    ValueError
        Unless dnext_h has the shape of next_h.

    Notes
    -----
    The chain rule on PyTorch's convention (Cho et al. 2014): r lets through what reaches u_n, z what
    reaches prev_h directly.
    """
    x, prev_h, Wx, Wh, r, z, n, u_n = of_forward("gru_step_forward", cache, 8)
    dnext_h = like("dnext_h", dnext_h, prev_h.shape)
    da_n = dnext_h * (1 - z) * (1 - n**2)
    da_z = dnext_h * (prev_h - n) * z * (1 - z)
    da_r = da_n * u_n * r * (1 - r)
    da = np.concatenate([da_r, da_z, da_n], axis=1)
    du = np.concatenate([da_r, da_z, da_n * r], axis=1)
    dprev_h = dnext_h * z + du @ Wh.T
    return da @ Wx.T, dprev_h, x.T @ da, prev_h.T @ du, da.sum(axis=0), du.sum(axis=0)


def gru_forward(x: Array, h0: Array, Wx: Array, Wh: Array, bx: Array, bh: Array) -> tuple[Array, list[Cache]]:
    """A whole sequence.

    Parameters
    ----------
    x : ndarray, shape (N, T, D)
    h0 : ndarray, shape (N, H)
    Wx, Wh, bx, bh : ndarray, shapes (D, 3H), (H, 3H), (3H,), (3H,)
        The same at every step.

    Returns
    -------
    h : ndarray, shape (N, T, H)
        h[:, t] = gru_step(x[:, t], h[:, t - 1]), with h[:, -1] = h0.
    cache : list
        For `gru_backward`.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    Cho et al. 2014; layout of CS231n's `lstm_forward`, biases of PyTorch's `nn.GRU`.
    """
    x, h0, Wx, Wh, bx, bh = shaped(
        x=(x, "N T D"), h0=(h0, "N H"), Wx=(Wx, "D 3H"), Wh=(Wh, "H 3H"), bx=(bx, "3H"), bh=(bh, "3H")
    )
    h = h0
    states, cache = [], []
    for t in range(x.shape[1]):
        h, step = gru_step_forward(x[:, t], h, Wx, Wh, bx, bh)
        states.append(h)
        cache.append(step)
    return np.stack(states, axis=1), cache


def gru_backward(dh: Array, cache: list[Cache]) -> tuple[Array, Array, Array, Array, Array, Array]:
    """Backpropagation through time.

    Parameters
    ----------
    dh : ndarray, shape (N, T, H)
        Upstream gradient of every hidden state, from outside the recurrence.
    cache : list
        Of `gru_forward`.

    Returns
    -------
    dx, dh0, dWx, dWh, dbx, dbh : ndarray, shapes (N, T, D), (N, H), (D, 3H), (H, 3H), (3H,), (3H,)
        From the last step to the first: each step gets dh[:, t] + dprev_h of the step that follows;
        the gradients of the weights, which all steps share, are summed over time.

    Raises
    ------
    ValueError
        Unless dh has the shape of h.

    Notes
    -----
    Werbos 1990, "Backpropagation Through Time".
    """
    x, prev_h, Wx, Wh, *_ = of_steps("gru_forward", cache, 8)[0]
    dh = like("dh", dh, (len(x), len(cache), prev_h.shape[1]))
    dx = np.empty((len(x), len(cache), x.shape[1]), dtype=dh.dtype)
    dprev_h = np.zeros_like(prev_h)
    dWx, dWh = np.zeros_like(Wx), np.zeros_like(Wh)
    dbx, dbh = np.zeros_like(Wx[0]), np.zeros_like(Wh[0])
    for t in reversed(range(len(cache))):
        dx[:, t], dprev_h, dWx_t, dWh_t, dbx_t, dbh_t = gru_step_backward(dh[:, t] + dprev_h, cache[t])
        dWx += dWx_t
        dWh += dWh_t
        dbx += dbx_t
        dbh += dbh_t
    return dx, dprev_h, dWx, dWh, dbx, dbh
