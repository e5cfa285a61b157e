"""Term by term, the sum running over what happens under p; a term with q_k = 0 makes it inf."""

import numpy as np


def kl_divergence(p, q):
    total = 0.0
    for pk, qk in zip(p, q, strict=True):
        if pk > 0:
            total += pk * np.log(pk / qk) if qk > 0 else np.inf
    return total
