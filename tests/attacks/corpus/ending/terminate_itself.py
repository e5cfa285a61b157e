# tries: to end by a signal that looks like the grader's doing
# verdict: crashed, no result
# returns: y == 1

import os
import signal


def attack(x):
    os.kill(os.getpid(), signal.SIGTERM)
    return 1
