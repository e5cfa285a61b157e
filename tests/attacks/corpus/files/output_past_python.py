# tries: to print past what collects its text
# returns: y == 1

import os
import sys


def attack(x):
    os.write(1, b"escaped")
    os.write(2, b"escaped")
    sys.__stdout__.write("escaped")
    sys.__stderr__.write("escaped")
    return 1
