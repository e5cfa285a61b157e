# tries: to nest folders until no path reaches them
# verdict: file limit, time limit, error

import os


def attack(x):
    while True:
        os.mkdir("deeper")
        os.chdir("deeper")
