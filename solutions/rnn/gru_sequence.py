"""One step back from h = (1 - z) n + z h_before, where d is the whole gradient of h:

    da_n = d (1 - z) (1 - n^2),  da_z = d (h_before - n) z (1 - z),  da_r = da_n u_n r (1 - r),

and what goes back to h_before is z d plus the part through u. d is dh_t plus what the following step
sent back; the weights are used at every step, so their gradients are sums over time.
"""

import numpy as np


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def gru_forward(x, h0, Wx, Wh, bx, bh):
    H = h0.shape[1]
    h = h0
    outputs, steps = [], []
    for t in range(x.shape[1]):
        a, u = x[:, t] @ Wx + bx, h @ Wh + bh
        r = sigmoid((a + u)[:, :H])
        z = sigmoid((a + u)[:, H : 2 * H])
        u_n = u[:, 2 * H :]
        n = np.tanh(a[:, 2 * H :] + r * u_n)
        steps.append((h, r, z, n, u_n))
        h = (1 - z) * n + z * h
        outputs.append(h)
    return np.stack(outputs, axis=1), (x, Wx, Wh, steps)


def gru_backward(dh, cache):
    x, Wx, Wh, steps = cache
    dx, dWx, dWh = np.zeros_like(x), np.zeros_like(Wx), np.zeros_like(Wh)
    dbx = dbh = dnext = 0
    for t in range(len(steps) - 1, -1, -1):
        before, r, z, n, u_n = steps[t]
        d = dh[:, t] + dnext
        da_n = d * (1 - z) * (1 - n**2)
        da_z = d * (before - n) * z * (1 - z)
        da_r = da_n * u_n * r * (1 - r)
        da, du = np.hstack([da_r, da_z, da_n]), np.hstack([da_r, da_z, da_n * r])
        dx[:, t] = da @ Wx.T
        dnext = d * z + du @ Wh.T
        dWx += x[:, t].T @ da
        dWh += before.T @ du
        dbx = dbx + da.sum(axis=0)
        dbh = dbh + du.sum(axis=0)
    return dx, dnext, dWx, dWh, dbx, dbh
