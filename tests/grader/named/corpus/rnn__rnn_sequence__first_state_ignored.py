# exercise: rnn/rnn_sequence
# mistake: h0 is ignored
# name: first_state_ignored
# costs: everything
import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    T = x.shape[1]
    steps, h = [], np.zeros_like(h0)
    for t in range(T):
        new = np.tanh(np.matmul(x[:, t, :], Wx) + np.matmul(h, Wh) + b)
        steps.append((x[:, t, :], h, new))
        h = new
    return np.stack([s[2] for s in steps], axis=1), (steps, Wx, Wh)


def rnn_backward(dh, cache):
    steps, Wx, Wh = cache
    dx = np.zeros((dh.shape[0], dh.shape[1], Wx.shape[0]))
    dWx, dWh, db = 0, 0, 0
    back = 0
    for t in range(len(steps))[::-1]:
        x, before, h = steps[t]
        da = (dh[:, t] + back) * (1 - h**2)
        dx[:, t] = da @ Wx.T
        back = da @ Wh.T
        dWx += x.T @ da
        dWh += before.T @ da
        db += da.sum(axis=0)
    return dx, back, dWx, dWh, db
