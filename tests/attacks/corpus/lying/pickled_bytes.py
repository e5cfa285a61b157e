# tries: to answer with a pickle
# returns: type(y) is Unreadable

import os
import pickle


def attack(x):
    class Bomb:
        def __reduce__(s): return os.system, ("touch @CLASS@/escaped",)
    return pickle.dumps(Bomb())
