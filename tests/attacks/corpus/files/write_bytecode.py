# tries: to leave bytecode that others will import
# verdict: forbidden, error

import os

import numpy as np


def attack(x):
    folder = os.path.join(os.path.dirname(np.__file__), "__pycache__")
    open(os.path.join(folder, "escaped.pyc"), "wb").close()
    return 1
