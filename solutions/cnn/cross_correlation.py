"""Cross-correlation adds up kernel times window at every place; convolution turns the kernel round first.

Sum over the kernel's places instead of the output's: kernel[a, b] multiplies x[i + a, j + b], which for all
(i, j) at once is the image without its first a rows and b columns, cut to the output's size.
"""

import numpy as np


def cross_correlation(x, kernel):
    kh, kw = kernel.shape
    rows, columns = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    out = np.zeros((rows, columns))
    for a in range(kh):
        for b in range(kw):
            out += kernel[a, b] * x[a : a + rows, b : b + columns]
    return out


def true_convolution(x, kernel):
    return cross_correlation(x, kernel[::-1, ::-1])
