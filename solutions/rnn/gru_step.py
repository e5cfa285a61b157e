"""Forward as in the statement. Backward from h = (1 - z) n + z prev_h,

    dn = dh (1 - z),    dz = dh (prev_h - n),    and z dh goes straight to prev_h.

Through n = tanh(a_n + r u_n):  da_n = dn (1 - n^2),  dr = da_n u_n,  du_n = da_n r.  The gates' sums enter a
and u alike, so du differs from da in the candidate's block only; a and u are fully connected layers.
"""

import numpy as np


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    H = prev_h.shape[1]
    a = x @ Wx + bx
    u = prev_h @ Wh + bh
    r = sigmoid(a[:, :H] + u[:, :H])
    z = sigmoid(a[:, H : 2 * H] + u[:, H : 2 * H])
    u_n = u[:, 2 * H :]
    n = np.tanh(a[:, 2 * H :] + r * u_n)
    return (1 - z) * n + z * prev_h, (x, prev_h, Wx, Wh, r, z, n, u_n)


def gru_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, r, z, n, u_n = cache
    da_n = dnext_h * (1 - z) * (1 - n * n)
    da_z = dnext_h * (prev_h - n) * z * (1 - z)
    da_r = da_n * u_n * r * (1 - r)
    da = np.hstack([da_r, da_z, da_n])
    du = np.hstack([da_r, da_z, da_n * r])
    dprev_h = dnext_h * z + du @ Wh.T
    return da @ Wx.T, dprev_h, x.T @ da, prev_h.T @ du, da.sum(axis=0), du.sum(axis=0)
