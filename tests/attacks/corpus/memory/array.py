# tries: to allocate an array of 32 GB
# verdict: memory limit

import numpy as np


def attack(x):
    return np.ones(1 << 32)
