"""The chain rule, one formula at a time from the loss back:

dy = y - t,  dv_j = dy h_j,  dh_j = dy v_j,  dz_j = dh_j h_j (1 - h_j),  dW_kj = x_k dz_j.
"""

import numpy as np


def solve(p):
    x, W, v = np.array(p.x), np.array(p.W), np.array(p.v)
    h = 1 / (1 + np.exp(-(x @ W + p.b)))
    y = h @ v + p.c
    dy = y - p.target
    dz = dy * v * h * (1 - h)
    return {
        "h": h.tolist(),
        "y": y,
        "dy": dy,
        "dv": (dy * h).tolist(),
        "dz": dz.tolist(),
        "dw": np.outer(x, dz).tolist(),
    }
