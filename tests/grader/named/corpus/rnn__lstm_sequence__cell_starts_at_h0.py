# exercise: rnn/lstm_sequence
# mistake: the cell state starts from h0 too
# name: cell_starts_at_h0
# costs: everything
import numpy as np


sig = lambda v: 1 / (1 + np.exp(-v))


def lstm_forward(x, h0, Wx, Wh, b):
    h, c = h0, h0
    kept, hs = [], []
    for t in range(x.shape[1]):
        i, f, o, g = np.split(x[:, t] @ Wx + h @ Wh + b, 4, axis=1)
        i, f, o, g = sig(i), sig(f), sig(o), np.tanh(g)
        old_h, old_c = h, c
        c = f * c + i * g
        h = o * np.tanh(c)
        kept.append((x[:, t], old_h, old_c, i, f, o, g, c))
        hs.append(h)
    return np.array(hs).transpose(1, 0, 2), (kept, Wx, Wh)


def lstm_backward(dh, cache):
    kept, Wx, Wh = cache
    dx, dWx, dWh, db = [], np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wh.shape[1])
    dh_next, dc_next = 0, 0
    for t in reversed(range(len(kept))):
        x, old_h, old_c, i, f, o, g, c = kept[t]
        d = dh[:, t] + dh_next
        dc = d * o * (1 - np.tanh(c) ** 2) + dc_next
        da = np.concatenate((dc * g * i * (1 - i), dc * old_c * f * (1 - f), d * np.tanh(c) * o * (1 - o), dc * i * (1 - g**2)), axis=1)
        dx.insert(0, da @ Wx.T)
        dh_next, dc_next = da @ Wh.T, dc * f
        dWx += x.T @ da
        dWh += old_h.T @ da
        db += da.sum(axis=0)
    return np.stack(dx, axis=1), dh_next, dWx, dWh, db
