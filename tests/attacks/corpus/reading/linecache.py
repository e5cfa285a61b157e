# tries: to let the traceback machinery read a file for it
# returns: y == []

import linecache


def attack(x):
    return linecache.getlines("@CHECKOUT@/exercises/losses/softmax_loss.py")
