# tries: to change modules that the next student is given
# returns: y == 1

import math
import os
import sys

import numpy as np


def attack(x):
    np.pi = math.pi = 3
    np.float64 = float
    sys.path[:] = []
    os.environ["LEFT"] = "for you"
    return 1
