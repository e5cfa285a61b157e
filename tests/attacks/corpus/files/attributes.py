# tries: to leave a note in a file's attributes
# verdict: forbidden, error, file limit

import os

import numpy as np


def attack(x):
    os.setxattr(np.__file__, "user.note", b"for you")
    return 1
