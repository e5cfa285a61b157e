# tries: to pass all its time to others, and to be waited for
# verdict: time limit, wall limit

import os


def attack(x):
    while True:
        os.sched_yield()
