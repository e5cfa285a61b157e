# tries: to read the reference implementation beside NumPy
# returns: y == []

import os
import sys

import numpy as np


def attack(x):
    packages = os.path.dirname(os.path.dirname(np.__file__))
    found = []
    for folder in (packages, "@CHECKOUT@", *sys.path):
        for name in ("reference_impl", "solutions", "exercises", "grader"):
            try:
                found += os.listdir(os.path.join(folder, name))
            except OSError:
                pass
    return found
