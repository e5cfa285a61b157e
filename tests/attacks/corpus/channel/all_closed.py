# tries: to close all descriptors
# verdict: no result

import os


def attack(x):
    os.closerange(0, 99)
    return x
