# tries: to profile the runner, and to raise within it
# verdict: error, no result, crashed
# returns: y == 1
# spoils: itself

import sys


def attack(x):
    def profile(frame, event, argument):
        if frame.f_code.co_name in ("pack", "tree"):
            raise KeyboardInterrupt
    sys.setprofile(profile)
    return 1
