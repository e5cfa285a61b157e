# tries: to keep NumPy busy without giving other threads a turn
# verdict: time limit, memory limit

import numpy as np


def attack(x):
    a = np.ones((1500, 1500))
    while True:
        a = np.linalg.svd(a)[0]
