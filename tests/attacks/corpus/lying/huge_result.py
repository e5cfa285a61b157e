# tries: to answer with more than may be returned
# verdict: output limit

import numpy as np


def attack(x):
    return np.ones(3 << 20)
