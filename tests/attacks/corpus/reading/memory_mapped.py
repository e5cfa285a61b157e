# tries: to map a file of the grader
# verdict: forbidden, error

import numpy as np


def attack(x):
    return bytes(np.memmap("@CLASS@/secret", mode="r"))
