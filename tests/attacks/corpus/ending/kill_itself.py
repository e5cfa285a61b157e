# tries: to look like a machine that is out of memory
# verdict: memory limit, forbidden, error
# returns: y == 1

import os
import signal


def attack(x):
    os.kill(os.getpid(), signal.SIGKILL)
    return 1
