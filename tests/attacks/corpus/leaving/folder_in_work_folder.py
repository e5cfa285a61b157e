# tries: to leave folders for the next student
# returns: y == ["left"]

import os


def attack(x):
    os.makedirs("left/deep/er")
    return os.listdir(".")
