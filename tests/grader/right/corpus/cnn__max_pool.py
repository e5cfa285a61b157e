# exercise: cnn/max_pool
# style: sliding windows, np.add.at, a cache that is an object
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class Saved:
    pass


def max_pool_forward(x, pool_param):
    kh, kw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    windows = sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
    flat = windows.reshape(*windows.shape[:4], kh * kw)
    saved = Saved()
    saved.winner, saved.shape, saved.kw, saved.s = flat.argmax(-1), x.shape, kw, s
    out = np.take_along_axis(flat, saved.winner[..., None], -1)[..., 0]
    return out.astype(np.float32), saved


def max_pool_backward(dout, saved):
    dx = np.zeros(saved.shape)
    n, c, i, j = np.indices(dout.shape)
    np.add.at(dx, (n, c, i * saved.s + saved.winner // saved.kw, j * saved.s + saved.winner % saved.kw), dout)
    return dx
