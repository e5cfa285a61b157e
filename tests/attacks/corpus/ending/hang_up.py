# tries: to look like a closed terminal
# verdict: crashed
# returns: y == 1

import signal


def attack(x):
    signal.raise_signal(signal.SIGHUP)
    return 1
