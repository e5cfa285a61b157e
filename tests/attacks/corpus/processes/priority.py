# tries: to run before everybody else
# verdict: forbidden

import os


def attack(x):
    os.setpriority(os.PRIO_PROCESS, 0, -20)
    return 1
