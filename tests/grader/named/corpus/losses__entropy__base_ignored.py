# exercise: losses/entropy
# mistake: natural logarithms whatever the base
# name: base_ignored
import math


def entropy(p, base):
    h = 0
    for value in p:
        h -= value * math.log(value) if value else 0
    return h
