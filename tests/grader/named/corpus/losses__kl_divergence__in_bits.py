# exercise: losses/kl_divergence
# mistake: logarithm of base 2
# name: in_bits
# costs: everything
import numpy as np



def kl_divergence(p, q):
    keep = p > 0
    with np.errstate(divide="ignore"):
        return (p[keep] * np.log2(p[keep] / q[keep])).sum()
