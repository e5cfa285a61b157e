# exercise: losses/cross_entropy
# mistake: the binary formula for each event
# name: binary_terms_added
# costs: everything
import numpy as np


def cross_entropy(p, q, base):
    with np.errstate(all="ignore"):
        yes = np.where(p > 0, p * np.log(q), 0)
        no = np.where(p < 1, (1 - p) * np.log(1 - q), 0)
    return -(yes + no).sum() / np.log(base)
