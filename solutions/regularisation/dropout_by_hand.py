"""Each x_j is multiplied by m_j / p, and so is its gradient. E[m_j / p] = 1, so E[y] = w x; without the
division E[m_j] = p, so test time multiplies w x by p.
"""

import numpy as np


def solve(p):
    x, m, w = (np.array(values, dtype=float) for values in (p.x, p.mask, p.w))
    out = x * m / p.p
    return {
        "out": out.tolist(),
        "y_train": w @ out,
        "dx": (p.dy * w * m / p.p).tolist(),
        "y_mean": w @ x,
        "y_test_plain": p.p * (w @ x),
    }
