# tries: to fill the memory by a file without a name
# verdict: forbidden

import os


def attack(x):
    os.memfd_create("x")
    return 1
