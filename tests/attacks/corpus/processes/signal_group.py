# tries: to signal its group, in which the grader could be
# verdict: forbidden

import os
import signal


def attack(x):
    os.killpg(0, signal.SIGCONT)
    return 1
