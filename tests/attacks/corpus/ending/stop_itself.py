# tries: to stop, and to be waited for
# verdict: wall limit
# returns: y == 1

import os
import signal


def attack(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return 1
