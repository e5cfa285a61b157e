# exercise: cnn/convolution
# mistake: the padding is cut off with the literal 1
# name: padding_cut_with_one
import numpy as np


def conv_forward(x, w, b, conv_param):
    S, P = conv_param["stride"], conv_param["pad"]
    F, C, h, v = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (P, P), (P, P)), mode="constant")
    Ho = (x.shape[2] + 2 * P - h) // S + 1
    Wo = (x.shape[3] + 2 * P - v) // S + 1
    out = np.zeros((x.shape[0], F, Ho, Wo))
    for f in range(F):
        for i in range(Ho):
            for j in range(Wo):
                out[:, f, i, j] = np.sum(xp[:, :, i * S : i * S + h, j * S : j * S + v] * w[f], axis=(1, 2, 3)) + b[f]
    return out, (x, xp, w, S, P)


def conv_backward(dout, cache):
    x, xp, w, S, P = cache
    F, C, h, v = w.shape
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for n in range(x.shape[0]):
        for f in range(F):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    at = n, slice(None), slice(i * S, i * S + h), slice(j * S, j * S + v)
                    dw[f] += dout[n, f, i, j] * xp[at]
                    dxp[at] += dout[n, f, i, j] * w[f]
    return dxp[:, :, 1:-1, 1:-1], dw, dout.sum(axis=(0, 2, 3))
