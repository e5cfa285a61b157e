# tries: to keep to the grader's core
# verdict: forbidden

import os


def attack(x):
    os.sched_setaffinity(0, {0})
    return 1
