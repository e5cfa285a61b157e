# tries: to empty a file of NumPy, which it may read
# verdict: forbidden, error

import os

import numpy as np


def attack(x):
    os.close(os.open(np.__file__, os.O_RDONLY | os.O_TRUNC))
    return 1
