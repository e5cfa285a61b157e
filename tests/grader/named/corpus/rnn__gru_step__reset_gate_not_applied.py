# exercise: rnn/gru_step
# mistake: the reset gate is computed and not used
# name: reset_gate_not_applied
# costs: everything
import numpy as np


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    H = prev_h.shape[1]
    a = x @ Wx + bx
    u = prev_h @ Wh + bh
    r, z = np.split(1 / (1 + np.exp(-(a + u)[:, : 2 * H])), 2, axis=1)
    n = np.tanh(a[:, 2 * H :] + u[:, 2 * H :])
    return (1 - z) * n + z * prev_h, (x, prev_h, Wx, Wh, bh, r, z, n, u)


def gru_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, bh, r, z, n, u = cache
    H = z.shape[1]
    dn = dnext_h * (1 - z) * (1 - n**2)
    dz = dnext_h * (prev_h - n) * z * (1 - z)
    da = np.hstack((np.zeros_like(dz), dz, dn))
    dprev = dnext_h * z + da @ Wh.T
    dWh, dbh = prev_h.T @ da, da.sum(0)
    return da @ Wx.T, dprev, x.T @ da, dWh, da.sum(0), dbh
