# exercise: cnn/convolution
# style: einsum over windows, the backward pass as a closure in the cache
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_forward(x, w, b, conv_param):
    s, P = conv_param["stride"], conv_param["pad"]
    padded = np.pad(x, [(0, 0), (0, 0), (P, P), (P, P)])
    kh, kw = w.shape[-2:]
    windows = sliding_window_view(padded, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
    out = np.einsum("nchwij,fcij->nfhw", windows, w) + b[None, :, None, None]

    def backward(dout):
        dw = np.einsum("nchwij,nfhw->fcij", windows, dout)
        dpad = np.zeros_like(padded)
        h, v = dout.shape[2:]
        for a in range(kh):
            for e in range(kw):
                dpad[:, :, a : a + s * h : s, e : e + s * v : s] += np.einsum("nfhw,fc->nchw", dout, w[:, :, a, e])
        H, W = x.shape[2:]
        return dpad[:, :, P : P + H, P : P + W], dw, dout.sum((0, 2, 3))[np.newaxis]

    return out, backward


def conv_backward(dout, cache):
    return cache(dout)
