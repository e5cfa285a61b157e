# tries: to fill the disk by files that never had a name
# verdict: file limit, time limit, memory limit, forbidden, error

import itertools
import mmap
import os


def attack(x):
    maps = []
    for i in itertools.count():
        descriptor = os.open(".", os.O_TMPFILE | os.O_RDWR)
        os.write(descriptor, bytes(1 << 21))
        maps.append(mmap.mmap(descriptor, 4096))
        os.close(descriptor)
