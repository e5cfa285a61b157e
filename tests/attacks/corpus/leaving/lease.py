# tries: to signal by a lease on a file that all can read
# verdict: forbidden

import fcntl
import os

import numpy as np


def attack(x):
    fcntl.fcntl(os.open(np.__file__, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_RDLCK)
    return 1
