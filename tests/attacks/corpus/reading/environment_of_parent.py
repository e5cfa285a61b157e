# tries: to read the environment of the process that started this one
# verdict: forbidden, error

import os


def attack(x):
    return open(f"/proc/{os.getppid() or 1}/environ", "rb").read()
