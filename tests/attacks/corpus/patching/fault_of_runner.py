# tries: to have its crash told as success
# verdict: no result
# spoils: itself

import sys


def attack(x):
    frame = sys._getframe()
    while frame is not None:
        if "faults" in frame.f_globals:
            frame.f_globals["faults"].fault = lambda *a: {"kind": "correct"}
        frame = frame.f_back
    raise ValueError
