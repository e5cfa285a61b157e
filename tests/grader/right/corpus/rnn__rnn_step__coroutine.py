# exercise: rnn/rnn_step
# style: a coroutine as cache
import numpy as np
def run(x, prev_h, Wx, Wh, b):
    h = np.tanh(x @ Wx + prev_h @ Wh + b)
    d = yield h
    da = d * (1 - h * h)
    yield da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(0)
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    c = run(x, prev_h, Wx, Wh, b)
    return next(c), c
def rnn_step_backward(dnext_h, cache):
    return cache.send(dnext_h)
