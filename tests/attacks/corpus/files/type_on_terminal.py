# tries: to type a command on the terminal of whoever grades
# verdict: forbidden, error

import fcntl


def attack(x):
    fcntl.ioctl(0, 0x5412, b"x")
    return 1
