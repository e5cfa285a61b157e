# tries: to run on after its end
# returns: y == 1

import atexit
import threading
import time


def attack(x):
    atexit.register(time.sleep, 99)
    threading._register_atexit(time.sleep, 99)
    return 1
