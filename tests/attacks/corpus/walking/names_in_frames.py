# tries: to find anything that speaks of expected values in the frames that called it
# returns: y == []

import sys


def attack(x):
    found, frame = [], sys._getframe()
    while frame is not None:
        names = {*frame.f_locals, *frame.f_code.co_names}
        found += [n for n in names if any(w in n for w in ("expected", "solution", "misconception", "points", "hidden"))]
        frame = frame.f_back
    return found
