# tries: to fill the disk in a folder that nobody may list
# verdict: file limit, time limit

import itertools
import os


def attack(x):
    os.mkdir("hidden", 0o300)
    for i in itertools.count():
        with open(f"hidden/{i}", "wb") as file:
            file.write(bytes(1 << 21))
