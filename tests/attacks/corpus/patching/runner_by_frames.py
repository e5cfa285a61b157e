# tries: to find the runner by its frames, and to replace its answer
# returns: y == 41
# spoils: itself

import sys


def attack(x):
    frame = sys._getframe()
    while frame is not None:
        if "wire" in frame.f_globals:
            wire = frame.f_globals["wire"]
            pack = wire.pack
            wire.pack = lambda message, value=None, limit=0: pack({**message, "score": 100, "verdict": "correct"}, {"y": 41} if isinstance(value, dict) and "y" in value else value)
            break
        frame = frame.f_back
    return 1
