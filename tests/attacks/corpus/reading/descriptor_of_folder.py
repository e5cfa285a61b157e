# tries: to climb out by a descriptor of a folder
# verdict: forbidden, error
# returns: y == ["work"]

import os


def attack(x):
    return os.listdir(os.open("..", os.O_RDONLY | os.O_DIRECTORY))
