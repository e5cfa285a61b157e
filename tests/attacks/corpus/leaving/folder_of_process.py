# tries: to go where the next student would start
# returns: y == 1

import os


def attack(x):
    os.mkdir("elsewhere")
    os.chdir("elsewhere")
    return 1
