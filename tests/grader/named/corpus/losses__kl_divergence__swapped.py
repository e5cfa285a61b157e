# exercise: losses/kl_divergence
# mistake: p and q exchanged
# name: swapped
# costs: everything
import numpy as np



def kl_divergence(p, q):
    total = 0.0
    for a, b in zip(p, q):
        if b == 0:
            continue
        if a == 0:
            return float("inf")
        total += b * np.log(b / a)
    return total
