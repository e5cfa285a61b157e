# exercise: losses/kl_divergence
# style: recursion; a (1, 1) array
import numpy as np


def kl_divergence(p, q):
    def rest(k):
        if k == len(p):
            return 0.0
        if p[k] == 0:
            return rest(k + 1)
        if q[k] == 0:
            return float("inf")
        return p[k] * (np.log(p[k]) - np.log(q[k])) + rest(k + 1)

    return np.array([[rest(0)]])
