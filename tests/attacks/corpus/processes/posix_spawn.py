# tries: to start a program past Python's own calls
# verdict: process limit, forbidden

import os


def attack(x):
    os.posix_spawn("/bin/true", ["true"], {})
