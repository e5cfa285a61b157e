"""-log s(a) = log(1 + exp(-a)); derivatives s - 1 and s; dh sums derivative times output vector."""

import numpy as np


def solve(p):
    U = np.array([p.true, *p.negatives])
    s = U @ np.array(p.h)
    probability = 1 / (1 + np.exp(-s))
    loss = -np.log(probability[0]) - np.log(1 - probability[1:]).sum()
    d = probability - np.array([1, 0, 0])
    return {"scores": s.tolist(), "loss": loss, "derivatives": d.tolist(), "dh": (d @ U).tolist()}
