# exercise: losses/entropy
# mistake: 0 log 0 is left to NumPy
# name: zeros_left_to_numpy
from numpy import log


def entropy(p, base):
    return -(p * log(p) / log(base)).sum()
