"""Recurrent networks: one hidden state, carried from step to step by the same weights."""

import numpy as np

from reference_impl.checks import like, of_forward, of_steps, shaped

Array = np.ndarray
Cache = tuple[Array, ...]


def rnn_step_forward(x: Array, prev_h: Array, Wx: Array, Wh: Array, b: Array) -> tuple[Array, Cache]:
    """One time step of a tanh RNN.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    prev_h : ndarray, shape (N, H)
    Wx, Wh, b : ndarray, shapes (D, H), (H, H), (H,)
        The notes' U and W (there x_t and h_t are columns), and a bias.

    Returns
    -------
    next_h : ndarray, shape (N, H)
        h_t = tanh(x_t Wx + h_{t-1} Wh + b); tanh is the notes' Phi.
    cache : tuple
        For `rnn_step_backward`.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    Elman 1990; layout of CS231n, assignment 3.
    """
    x, prev_h, Wx, Wh, b = shaped(
        x=(x, "N D"), prev_h=(prev_h, "N H"), Wx=(Wx, "D H"), Wh=(Wh, "H H"), b=(b, "H")
    )
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h: Array, cache: Cache) -> tuple[Array, Array, Array, Array, Array]:
    """Gradients of one time step.

    Parameters
    ----------
    dnext_h : ndarray, shape (N, H)
        Upstream gradient.
    cache : tuple
        Of `rnn_step_forward`.

    Returns
    -------
    dx, dprev_h, dWx, dWh, db : ndarray, shapes (N, D), (N, H), (D, H), (H, H), (H,)
        With da = dnext_h (1 - h_t^2): dx = da Wx^T, dprev_h = da Wh^T, dWx = x^T da,
        dWh = prev_h^T da, db = sum over the batch of da.

    Raises
    ------
    ValueError
        Unless dnext_h has the shape of next_h.

    Notes
    -----
    CS231n, assignment 3, `rnn_step_backward`.
    """
    x, prev_h, Wx, Wh, next_h = of_forward("rnn_step_forward", cache, 5)
    dnext_h = like("dnext_h", dnext_h, next_h.shape)
    da = dnext_h * (1 - next_h**2)
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)


def rnn_forward(x: Array, h0: Array, Wx: Array, Wh: Array, b: Array) -> tuple[Array, list[Cache]]:
    """A whole sequence.

    Parameters
    ----------
    x : ndarray, shape (N, T, D)
    h0 : ndarray, shape (N, H)
    Wx, Wh, b : ndarray, shapes (D, H), (H, H), (H,)
        The same at every step.

    Returns
    -------
    h : ndarray, shape (N, T, H)
        h[:, t] = rnn_step(x[:, t], h[:, t - 1]), with h[:, -1] = h0.
    cache : list
        For `rnn_backward`.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    CS231n, assignment 3, `rnn_forward`.
    """
    x, h0, Wx, Wh, b = shaped(x=(x, "N T D"), h0=(h0, "N H"), Wx=(Wx, "D H"), Wh=(Wh, "H H"), b=(b, "H"))
    h = h0
    states, cache = [], []
    for t in range(x.shape[1]):
        h, step = rnn_step_forward(x[:, t], h, Wx, Wh, b)
        states.append(h)
        cache.append(step)
    return np.stack(states, axis=1), cache


def rnn_backward(dh: Array, cache: list[Cache]) -> tuple[Array, Array, Array, Array, Array]:
    """Backpropagation through time.

    Parameters
    ----------
    dh : ndarray, shape (N, T, H)
        Upstream gradient of every hidden state, from outside the recurrence.
    cache : list
        Of `rnn_forward`.

    Returns
    -------
    dx, dh0, dWx, dWh, db : ndarray, shapes (N, T, D), (N, H), (D, H), (H, H), (H,)
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
    x, prev_h, Wx, Wh, _ = of_steps("rnn_forward", cache, 5)[0]
    dh = like("dh", dh, (len(x), len(cache), prev_h.shape[1]))
    dx = np.empty((len(x), len(cache), x.shape[1]), dtype=dh.dtype)
    dprev_h = np.zeros_like(prev_h)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(Wx[0])
    for t in reversed(range(len(cache))):
        dx[:, t], dprev_h, dWx_t, dWh_t, db_t = rnn_step_backward(dh[:, t] + dprev_h, cache[t])
        dWx += dWx_t
        dWh += dWh_t
        db += db_t
    return dx, dprev_h, dWx, dWh, db


def state_jacobian(h: Array, Wh: Array) -> Array:
    """How the last hidden state of one sequence depends on the state before it.

    Parameters
    ----------
    h : ndarray, shape (T, H)
        Hidden states h_1 ... h_T of one sample.
    Wh : ndarray, shape (H, H)

    Returns
    -------
    ndarray, shape (H, H)
        J[i, j] = d h_{T,j} / d h_{0,i};  J = prod_{t=1..T} Wh diag(1 - h_t^2). Where every factor has a
        norm below 1 the product vanishes with T; where the norms stay above 1 it can explode.

    Raises
    ------
    ValueError
        Unless Wh is square, as wide as h.

    Notes
    -----
    Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural networks".
    """
    h, Wh = shaped(h=(h, "T H"), Wh=(Wh, "H H"))
    J = np.eye(len(Wh), dtype=Wh.dtype)
    for h_t in h:
        J = J @ Wh * (1 - h_t**2)  # times a row: each column j by 1 - h_tj^2
    return J
