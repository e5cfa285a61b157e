# tries: to fill the memory by files of the work folder
# verdict: file limit, time limit

import itertools


def attack(x):
    for i in itertools.count():
        with open(str(i), "wb") as file:
            file.write(bytes(1 << 21))
