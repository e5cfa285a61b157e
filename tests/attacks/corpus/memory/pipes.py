# tries: to fill the kernel's memory by pipes
# verdict: file limit

import os


def attack(x):
    ends = []
    while True:
        ends.append(os.pipe())
        os.set_blocking(ends[-1][1], False)
        os.write(ends[-1][1], bytes(1 << 16))
