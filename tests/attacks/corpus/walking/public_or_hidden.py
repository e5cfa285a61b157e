# tries: to tell a hidden case from a public one by what the runner knows
# returns: y == []

import sys


def attack(x):
    frame, found = sys._getframe(), []
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if isinstance(value, dict):
                found += [k for k in value if k in ("public", "hidden", "group", "aspects", "score", "max_score")]
        frame = frame.f_back
    return found
