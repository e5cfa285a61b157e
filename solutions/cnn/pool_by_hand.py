"""Each window sends its gradient back: max pooling to the winner, average pooling a quarter to each entry.

Windows overlap, so entries collect from several.
"""

import numpy as np


def solve(p):
    x, d = np.array(p.map), np.array(p.dout)
    max_out, avg_out = np.zeros(d.shape, dtype=int), np.zeros(d.shape)
    dx_max, dx_avg = np.zeros(x.shape, dtype=int), np.zeros(x.shape)
    for i, j in np.ndindex(d.shape):
        window = x[i : i + 2, j : j + 2]
        max_out[i, j], avg_out[i, j] = window.max(), window.mean()
        dx_max[i : i + 2, j : j + 2] += (window == window.max()) * d[i, j]
        dx_avg[i : i + 2, j : j + 2] += d[i, j] / 4
    return {
        "max_out": max_out.tolist(),
        "avg_out": avg_out.tolist(),
        "dx_max": dx_max.tolist(),
        "dx_avg": dx_avg.tolist(),
    }
