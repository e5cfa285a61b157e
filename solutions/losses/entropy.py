"""H(p) = -sum_k p_k log p_k over the events that can happen; log_b x = log x / log b changes the base."""

import numpy as np


def entropy(p, base):
    possible = p[p > 0]
    return -np.sum(possible * np.log(possible)) / np.log(base)
