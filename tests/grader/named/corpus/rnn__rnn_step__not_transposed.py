# exercise: rnn/rnn_step
# mistake: Wh is not transposed on the way back
# name: not_transposed
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x.dot(Wx) + prev_h.dot(Wh) + b)
    return next_h, [x, prev_h, Wx, Wh, next_h]


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    da = dnext_h * (1 - h * h)
    return da.dot(Wx.T), da.dot(Wh), np.dot(x.T, da), np.dot(prev_h.T, da), da.sum(axis=0)
