# tries: to raise the runner's own exception
# verdict: missing name

import sys


def attack(x):
    frame = sys._getframe()
    while "run_calls" not in frame.f_globals:
        frame = frame.f_back
    raise frame.f_globals["MissingNameError"]("attack")
