# tries: to change the process that the next students are forked from
# verdict: forbidden, error

import os


def attack(x):
    with open(f"/proc/{os.getppid() or 1}/mem", "r+b", 0) as file:
        file.seek(id(None))
        file.write(bytes(8))
    return 1
