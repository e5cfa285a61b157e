# tries: to pass an error off as a busy machine, which would be tried again
# verdict: no result
# spoils: itself

import sys


def attack(x):
    frame = sys._getframe()
    while frame is not None:
        if "faults" in frame.f_globals:
            frame.f_globals["faults"].fault = lambda *a: {"kind": "wall limit"}
        frame = frame.f_back
    raise ValueError
