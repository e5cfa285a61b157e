# tries: to look like a time limit
# verdict: time limit, crashed
# returns: y == 1

import signal


def attack(x):
    signal.raise_signal(signal.SIGXCPU)
    return 1
