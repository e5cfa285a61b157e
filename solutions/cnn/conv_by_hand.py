"""Each output is the sum of kernel times window, plus the bias; convolution turns the kernel round first.

With a ring of zeros and stride 2 the windows start at rows and columns 0 and 2 of the padded image.
"""

import numpy as np


def outputs(x, kernel, bias, starts):
    return [[int((x[i : i + 3, j : j + 3] * kernel).sum()) + bias for j in starts] for i in starts]


def solve(p):
    x, kernel = np.array(p.image), np.array(p.kernel)
    return {
        "correlation": outputs(x, kernel, p.bias, (0, 1)),
        "convolution": outputs(x, kernel[::-1, ::-1], p.bias, (0, 1)),
        "padded": outputs(np.pad(x, 1), kernel, p.bias, (0, 2)),
    }
