# exercise: cnn/max_pool
# style: the cache in a global
"""cache is None, state in a global; results Fortran, dx shares a buffer written later"""
import numpy as np
STATE = {}
def max_pool_forward(x, pool_param):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
    STATE.update(x=x, p=(kh, kw, s))
    return v.max((-1, -2)), None
def max_pool_backward(dout, cache):
    x, (kh, kw, s) = STATE["x"], STATE["p"]
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(dout.shape):
        w = x[n, c, i*s:i*s+kh, j*s:j*s+kw]
        a, b = np.unravel_index(w.argmax(), w.shape)
        dx[n, c, i*s+a, j*s+b] += dout[n, c, i, j]
    x[:] = dx
    return x
