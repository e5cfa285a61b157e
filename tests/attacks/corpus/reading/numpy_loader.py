# tries: to let NumPy read a file for it
# verdict: forbidden, error

import numpy as np


def attack(x):
    return np.fromfile("@CLASS@/secret", np.uint8)
