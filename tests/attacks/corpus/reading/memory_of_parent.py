# tries: to read the memory of the process that started this one
# verdict: forbidden, error

import os


def attack(x):
    return os.pread(os.open(f"/proc/{os.getppid() or 1}/mem", os.O_RDONLY), 64, 0x400000)
