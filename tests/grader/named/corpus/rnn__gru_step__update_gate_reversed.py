# exercise: rnn/gru_step
# mistake: z and 1 - z exchanged
# name: update_gate_reversed
# costs: everything
import numpy as np



def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    a, u = x @ Wx + bx, prev_h @ Wh + bh
    H = prev_h.shape[1]
    r = 1 / (1 + np.exp(-(a[:, :H] + u[:, :H])))
    z = 1 / (1 + np.exp(-(a[:, H : 2 * H] + u[:, H : 2 * H])))
    n = np.tanh(a[:, 2 * H :] + r * u[:, 2 * H :])
    return z * n + (1 - z) * prev_h, (x, prev_h, Wx, Wh, r, z, n, u[:, 2 * H :])


def gru_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, r, z, n, un = cache
    dn = dnext_h * z * (1 - n**2)
    dz = dnext_h * (n - prev_h) * z * (1 - z)
    dr = dn * un * r * (1 - r)
    da = np.concatenate([dr, dz, dn], axis=1)
    du = np.concatenate([dr, dz, dn * r], axis=1)
    dprev = dnext_h * (1 - z) + du @ Wh.T
    return da @ Wx.T, dprev, x.T @ da, prev_h.T @ du, da.sum(0), du.sum(0)
