# tries: to be waited for
# verdict: wall limit

import time


def attack(x):
    time.sleep(99)
