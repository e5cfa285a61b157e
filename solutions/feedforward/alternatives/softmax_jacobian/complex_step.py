"""The derivative in direction v is the imaginary part of softmax(x + ihv) / h, with h^2 too small to count.

Backward builds every sample's Jacobian after all, from x = log p (any scores of these probabilities will do).
"""

import numpy as np

H = 1e-30


def softmax(x):
    e = np.exp(x)
    return e / e.sum()


def softmax_jacobian(x):
    x = x - x.max()
    directions = np.eye(len(x))
    return np.stack([softmax(x + 1j * H * v).imag / H for v in directions], axis=1)


def softmax_backward(dp, p):
    return np.array([upstream @ softmax_jacobian(np.log(row)) for upstream, row in zip(dp, p, strict=True)])
