"""H(p, q) = -sum_k p_k log q_k over the events that can happen; q_k = 0 < p_k makes it inf."""

import numpy as np


def cross_entropy(p, q, base):
    possible = p > 0
    with np.errstate(divide="ignore"):
        return -np.sum(p[possible] * np.log(q[possible])) / np.log(base)
