# exercise: rnn/rnn_sequence
# mistake: the gradient of the next step is not added
# name: next_step_not_added
import numpy as np



def rnn_forward(x, h0, Wx, Wh, b):
    N, T, D = x.shape
    h = np.zeros((N, T, h0.shape[1]))
    last = h0
    for t in range(T):
        last = np.tanh(x[:, t] @ Wx + last @ Wh + b)
        h[:, t] = last
    return h, (x, h0, Wx, Wh, h)


def rnn_backward(dh, cache):
    x, h0, Wx, Wh, h = cache
    dx, dWx, dWh, db = np.zeros_like(x), np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wh.shape[0])
    for t in reversed(range(x.shape[1])):
        before = h[:, t - 1] if t else h0
        da = dh[:, t] * (1 - h[:, t] ** 2)
        dx[:, t] = da @ Wx.T
        dWx += x[:, t].T @ da
        dWh += before.T @ da
        db += da.sum(0)
        dprev = da @ Wh.T
    return dx, dprev, dWx, dWh, db
