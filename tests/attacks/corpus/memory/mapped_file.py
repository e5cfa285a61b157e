# tries: to fill the memory by maps of a file
# verdict: memory limit, file limit

import mmap


def attack(x):
    with open("f", "wb") as file:
        file.truncate(1 << 22)
    maps = []
    with open("f", "r+b") as file:
        while True:
            maps.append(mmap.mmap(file.fileno(), 1 << 22))
