# tries: to raise the runner's own exception with attributes of its own types
# verdict: no result, error, wrong number of results
# spoils: itself

import sys


def attack(x):
    frame = sys._getframe()
    while "run_calls" not in frame.f_globals:
        frame = frame.f_back
    raise frame.f_globals["ResultCountError"]("attack" * 10**4, 1 << 80, [1])
