"""All three results are plain correlations at stride 1, of arrays with zeros put in between.

With dout spread out to the stride's distance, dw correlates the images with it; dx correlates it, padded by
k - 1 on each side, with the kernels turned round. Rows that no kernel reaches get zeros.
"""

import numpy as np


def correlate(images, kernels):
    """(N, C, H, W) with (F, C, kh, kw), nothing padded: (N, F, H - kh + 1, W - kw + 1)."""
    kh, kw = kernels.shape[2:]
    rows, columns = images.shape[2] - kh + 1, images.shape[3] - kw + 1
    out = np.zeros((len(images), len(kernels), rows, columns))
    for a, e in np.ndindex(kh, kw):
        part = images[:, :, a : a + rows, e : e + columns].transpose(0, 2, 3, 1)
        out += (part @ kernels[:, :, a, e].T).transpose(0, 3, 1, 2)
    return out


class Remembered:
    def __init__(self, padded, w, stride, pad):
        self.padded, self.w, self.stride, self.pad = padded, w, stride, pad


def conv_forward(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    padded = np.zeros((*x.shape[:2], x.shape[2] + 2 * pad, x.shape[3] + 2 * pad))
    padded[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]] = x
    everywhere = correlate(padded, w)
    out = everywhere[:, :, ::stride, ::stride] + b.reshape(1, -1, 1, 1)
    return out, Remembered(padded, w, stride, pad)


def conv_backward(dout, cache):
    (kh, kw), (height, width) = cache.w.shape[2:], cache.padded.shape[2:]
    spread = np.zeros((*dout.shape[:2], height - kh + 1, width - kw + 1))
    spread[:, :, :: cache.stride, :: cache.stride] = dout

    images, gradients = cache.padded.swapaxes(0, 1), spread.swapaxes(0, 1)
    dw = correlate(images, gradients).swapaxes(0, 1)

    around = np.pad(spread, [(0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)])
    dx = correlate(around, np.flip(cache.w, axis=(2, 3)).swapaxes(0, 1))
    pad = cache.pad
    return dx[:, :, pad : height - pad, pad : width - pad], dw, np.einsum("nfij->f", dout)
