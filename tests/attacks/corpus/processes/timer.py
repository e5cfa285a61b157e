# tries: to be woken by a timer after its end
# returns: y == 1

import os
import signal


def attack(x):
    signal.signal(signal.SIGALRM, lambda *a: os.write(3, b"late"))
    signal.alarm(60)
    return 1
