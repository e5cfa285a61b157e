# tries: to answer NaN, which equals nothing and differs from nothing
# returns: np.isnan(y).all()

import numpy as np


def attack(x):
    return x * np.nan
