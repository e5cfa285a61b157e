# tries: to fill the memory by the stacks of threads
# verdict: error, process limit, memory limit

import threading
import time


def attack(x):
    threading.stack_size(1 << 30)
    for _ in range(99):
        threading.Thread(target=time.sleep, args=(99,)).start()
