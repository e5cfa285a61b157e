# tries: to ignore the signal of the CPU limit
# verdict: time limit

import signal


def attack(x):
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        pass
