# tries: to have a core to itself
# verdict: forbidden

import os


def attack(x):
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    return 1
