# tries: to close the channel, and to stay
# verdict: no result

import os


def attack(x):
    os.close(3)
    while True:
        pass
