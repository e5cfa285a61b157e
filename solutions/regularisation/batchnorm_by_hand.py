"""Mean and biased variance over the batch, (x - mean) / sqrt(var + eps), then scale and shift; the running
variance is a mean of old and new, with the weight m for the old.
"""

import numpy as np


def solve(p):
    x = np.array(p.x)
    mean = x.mean()
    var = ((x - mean) ** 2).mean()
    x_hat = (x[p.index - 1] - mean) / np.sqrt(var + p.eps)
    return {
        "mean": mean,
        "var": var,
        "x_hat": x_hat,
        "y": p.gamma * x_hat + p.beta,
        "running_var": p.momentum * p.running_var + (1 - p.momentum) * var,
    }
