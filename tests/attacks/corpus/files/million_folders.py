# tries: to make a million folders
# verdict: file limit, time limit

import itertools
import os


def attack(x):
    for i in itertools.count():
        os.mkdir(str(i))
