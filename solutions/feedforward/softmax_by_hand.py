"""exp(x_j - m) = exp(-m) exp(x_j): the factor cancels, so softmax may take the largest score m off first.

exp(2 x_j) = exp(x_j)^2: doubled scores square the probabilities, up to the normalisation.
"""

import numpy as np


def solve(p):
    x = np.array(p.x)
    e = np.exp(x - x.max())
    z = e.sum()
    probs = e / z
    return {"z": z, "probs": probs.tolist(), "doubled": (probs**2 / np.sum(probs**2)).tolist()}
