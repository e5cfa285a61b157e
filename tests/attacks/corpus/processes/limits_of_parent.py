# tries: to change the limits of the process that started it
# verdict: forbidden

import os
import resource


def attack(x):
    resource.prlimit(os.getppid() or 2, resource.RLIMIT_NOFILE, (1, 1))
    return 1
