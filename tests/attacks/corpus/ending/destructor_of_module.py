# tries: to hang while the interpreter ends
# returns: y == 1

import sys


def attack(x):
    class Stay:
        def __del__(self):
            while True:
                pass
    sys.modules["stay"] = Stay()
    return 1
