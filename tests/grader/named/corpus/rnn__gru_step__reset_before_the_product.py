# exercise: rnn/gru_step
# mistake: the reset gate acts on the old state
# name: reset_before_the_product
# costs: everything
import numpy as np


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    H = prev_h.shape[1]
    a = x @ Wx + bx
    u = prev_h @ Wh + bh
    r, z = np.split(1 / (1 + np.exp(-(a + u)[:, : 2 * H])), 2, axis=1)
    n = np.tanh(a[:, 2 * H :] + (r * prev_h) @ Wh[:, 2 * H :] + bh[2 * H :])
    return (1 - z) * n + z * prev_h, (x, prev_h, Wx, Wh, bh, r, z, n, u)


def gru_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, bh, r, z, n, u = cache
    H = z.shape[1]
    dn = dnext_h * (1 - z) * (1 - n**2)
    dz = dnext_h * (prev_h - n) * z * (1 - z)
    back = dn @ Wh[:, 2 * H :].T
    da = np.hstack((back * prev_h * r * (1 - r), dz, dn))
    dprev = dnext_h * z + back * r + da[:, : 2 * H] @ Wh[:, : 2 * H].T
    dWh = np.hstack((prev_h.T @ da[:, : 2 * H], (r * prev_h).T @ dn))
    dbh = da.sum(0)
    return da @ Wx.T, dprev, x.T @ da, dWh, da.sum(0), dbh
