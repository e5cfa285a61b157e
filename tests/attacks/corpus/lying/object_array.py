# tries: to answer with an array of objects
# returns: type(y) is Unreadable

import os

import numpy as np


def attack(x):
    return np.array([lambda: 1, os.system], dtype=object)
