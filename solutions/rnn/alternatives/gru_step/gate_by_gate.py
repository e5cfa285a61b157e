"""Each gate with its own blocks of the weights, and h written as n + z (prev_h - n)."""

import numpy as np


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    (Ur, Uz, Un), (Wr, Wz, Wn) = np.split(Wx, 3, axis=1), np.split(Wh, 3, axis=1)
    (br, bz, bn), (cr, cz, cn) = np.split(bx, 3), np.split(bh, 3)
    r = 1 / (1 + np.exp(-(x @ Ur + br + prev_h @ Wr + cr)))
    z = 1 / (1 + np.exp(-(x @ Uz + bz + prev_h @ Wz + cz)))
    inner = prev_h @ Wn + cn
    n = np.tanh(x @ Un + bn + r * inner)
    return n + z * (prev_h - n), (x, prev_h, (Ur, Uz, Un), (Wr, Wz, Wn), r, z, n, inner)


def gru_step_backward(dnext_h, cache):
    x, prev_h, (Ur, Uz, Un), (Wr, Wz, Wn), r, z, n, inner = cache
    dn = dnext_h - dnext_h * z
    dz = dnext_h * (prev_h - n)
    dan = dn * (1 - n) * (1 + n)
    dinner = dan * r
    dar = dan * inner * r * (1 - r)
    daz = dz * z * (1 - z)
    dx = dar @ Ur.T + daz @ Uz.T + dan @ Un.T
    dprev_h = dnext_h * z + dar @ Wr.T + daz @ Wz.T + dinner @ Wn.T
    dWx = np.concatenate([x.T @ dar, x.T @ daz, x.T @ dan], axis=1)
    dWh = np.concatenate([prev_h.T @ dar, prev_h.T @ daz, prev_h.T @ dinner], axis=1)
    dbx = np.concatenate([dar.sum(0), daz.sum(0), dan.sum(0)])
    dbh = np.concatenate([dar.sum(0), daz.sum(0), dinner.sum(0)])
    return dx, dprev_h, dWx, dWh, dbx, dbh
