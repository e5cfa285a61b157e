# tries: to set the machine's clock
# verdict: forbidden

import time


def attack(x):
    time.clock_settime(time.CLOCK_REALTIME, time.time())
    return 1
