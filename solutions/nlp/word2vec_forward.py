"""h is the word's row of W; score j is h times column j of W'; then exponentials over their sum."""

import numpy as np


def solve(p):
    h = np.array(p.W[p.word - 1])
    y = h @ np.array(p.W_out)
    e = np.exp(y)
    return {"h": h.tolist(), "y": y.tolist(), "probability": e[p.target - 1] / e.sum()}
