# tries: to signal the process that started it
# verdict: forbidden

import os
import signal


def attack(x):
    os.kill(os.getppid() or 2, signal.SIGCONT)
    return 1
