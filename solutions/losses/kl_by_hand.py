"""D(p || q) = sum_k p_k log(p_k / q_k) over the events that happen.

H(p, r) - H(p, q) = (H(p) + D(p || r)) - (H(p) + D(p || q)): the entropy of p cancels.
"""

import numpy as np


def solve(p):
    def relative(other):
        return sum(a * np.log(a / b) for a, b in zip(p.p, other, strict=True) if a > 0)

    d_q, d_r = relative(p.q), relative(p.r)
    return {"d_q": d_q, "d_r": d_r, "gain": d_r - d_q, "bits": d_q / np.log(2)}
