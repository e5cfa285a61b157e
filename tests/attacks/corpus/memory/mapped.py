# tries: to fill the memory by a map
# verdict: memory limit

import mmap


def attack(x):
    m = mmap.mmap(-1, 1 << 30)
    m[:] = b"x" * (1 << 30)
