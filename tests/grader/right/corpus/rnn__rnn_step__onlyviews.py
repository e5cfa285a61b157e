# exercise: rnn/rnn_step
# style: results are views
import numpy as np
# one big buffer for everything that is returned: views of one array
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    big = np.full((50, 50), np.nan)
    h = big[: len(x), : len(b)]
    h[...] = np.tanh(x @ Wx + prev_h @ Wh + b)
    return h, (x, prev_h, Wx, Wh, h)
def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    da = dnext_h * (1 - h**2)
    big = np.zeros((len(x) + x.shape[1] * 0 + 60, 60), order="F")
    (N, D), H = x.shape, h.shape[1]
    parts = da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(0, keepdims=True)
    out, r = [], 0
    for p in parts:
        v = big[r : r + p.shape[0], : p.shape[1]]
        v[:] = p
        out.append(v)
        r += p.shape[0]
    out[-1] = out[-1][0]
    return out
