# tries: to signal every process that it may
# verdict: forbidden

import os
import signal


def attack(x):
    os.kill(-1, signal.SIGCONT)
    return 1
