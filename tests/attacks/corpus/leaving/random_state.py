# tries: to leave the generators in a state of its own
# returns: y == 1

import os
import random

import numpy as np


def attack(x):
    np.random.seed(4711)
    random.seed(4711)
    os.urandom(1 << 20)
    return 1
