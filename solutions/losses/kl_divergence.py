"""D(p || q) = sum_k p_k log(p_k / q_k); where p_k = 0 the term is 0, and q_k = 0 < p_k makes it inf."""

import numpy as np


def kl_divergence(p, q):
    some = p > 0
    with np.errstate(divide="ignore"):
        return np.sum(p[some] * (np.log(p[some]) - np.log(q[some])))
