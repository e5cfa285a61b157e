# tries: to fill the disk by files that have no name any more
# verdict: file limit, time limit, memory limit, forbidden

import itertools
import mmap
import os


def attack(x):
    maps = []
    for i in itertools.count():
        with open("f", "w+b") as file:
            file.write(bytes(1 << 21))
            file.flush()
            maps.append(mmap.mmap(file.fileno(), 4096))
        os.unlink("f")
