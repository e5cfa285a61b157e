# tries: to signal by a lock on a file that all can read
# verdict: forbidden

import fcntl

import numpy as np


def attack(x):
    fcntl.flock(open(np.__file__), fcntl.LOCK_SH)
    return 1
