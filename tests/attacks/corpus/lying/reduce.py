# tries: to run code where its answer is unpickled
# returns: type(y) is Unreadable

import os


def attack(x):
    class Bomb:
        def __reduce__(s): return os.system, ("touch @CLASS@/escaped",)
        __reduce_ex__ = lambda s, p: s.__reduce__()
        __getstate__ = __setstate__ = __reduce__
    return Bomb()
