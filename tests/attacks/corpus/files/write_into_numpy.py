# tries: to change NumPy for everybody
# verdict: forbidden, error

import numpy as np


def attack(x):
    open(np.__file__, "a").close()
    return 1
