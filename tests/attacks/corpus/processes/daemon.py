# tries: to fork twice, and to outlive the grader
# verdict: process limit

import os
import time


def attack(x):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                time.sleep(1)
    return 1
