# tries: to signal a process by a descriptor of it
# verdict: forbidden

import os
import signal


def attack(x):
    signal.pidfd_send_signal(os.pidfd_open(os.getpid()), signal.SIGCONT)
    return 1
