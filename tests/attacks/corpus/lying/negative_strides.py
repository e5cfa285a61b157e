# tries: to answer with memory beyond its array
# verdict: crashed, error, output limit
# returns: True

import numpy as np


def attack(x):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 18,), (-(1 << 20),))
