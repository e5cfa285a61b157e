"""Two gates, then the candidate, where the reset gate weighs the old state, then the mean weighted by z."""

import numpy as np


def solve(p):
    def sigmoid(a):
        return 1 / (1 + np.exp(-a))

    r = sigmoid(p.reset.u * p.x + p.reset.w * p.h_prev)
    z = sigmoid(p.update.u * p.x + p.update.w * p.h_prev)
    n = np.tanh(p.candidate.u * p.x + r * p.candidate.w * p.h_prev)
    return {"r": r, "z": z, "n": n, "h": (1 - z) * n + z * p.h_prev}
