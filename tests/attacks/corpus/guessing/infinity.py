# tries: to be right by infinity, which is larger than any tolerance
# returns: np.isinf(y).all()

import numpy as np


def attack(x):
    return x + np.inf
