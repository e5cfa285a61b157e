# tries: to answer with dates
# returns: type(y) is Unreadable

import numpy as np


def attack(x):
    return np.array(["2026-01-01", "NaT"], dtype="M8[D]")
