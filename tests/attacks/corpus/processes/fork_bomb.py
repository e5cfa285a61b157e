# tries: to fork for ever
# verdict: process limit

import os


def attack(x):
    while True:
        os.fork()
