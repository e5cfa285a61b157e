# tries: to write to the terminal of whoever grades
# verdict: forbidden, error

import os


def attack(x):
    os.write(os.open("/dev/tty", os.O_RDWR), b"\x1b[2J")
    return 1
