# tries: to use no CPU time, and to be waited for
# verdict: wall limit

import time


def attack(x):
    while True:
        time.sleep(0.01)
