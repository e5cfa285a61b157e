# exercise: rnn/gru_step
# style: sigmoid by tanh, h = n + z (h_prev - n), named tuples
from collections import namedtuple

import numpy as np

Step = namedtuple("Step", "x prev Wx Wh r z n un")


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    (ar, az, an), (ur, uz, un) = np.hsplit(x @ Wx + bx, 3), np.hsplit(prev_h @ Wh + bh, 3)
    r, z = (0.5 * (1 + np.tanh(0.5 * s)) for s in (ar + ur, az + uz))
    n = np.tanh(an + r * un)
    return n + z * (prev_h - n), Step(x, prev_h, Wx, Wh, r, z, n, un)


def gru_step_backward(dnext_h, c):
    da_n = dnext_h * (1 - c.z) * (1 - c.n) * (1 + c.n)
    da_z = dnext_h * (c.prev - c.n) * (c.z - c.z**2)
    da_r = da_n * c.un * (c.r - c.r**2)
    da = np.hstack((da_r, da_z, da_n))
    du = np.hstack((da_r, da_z, da_n * c.r))
    ones = np.ones((1, len(da)))
    return da @ c.Wx.T, dnext_h * c.z + du @ c.Wh.T, c.x.T @ da, c.prev.T @ du, ones @ da, ones @ du
