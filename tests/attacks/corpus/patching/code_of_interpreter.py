# tries: to replace the code of the function that runs the calls
# verdict: error, no result, missing name
# returns: y == 41
# spoils: itself

import gc
import sys
import types


def attack(x):
    frame = sys._getframe()
    while frame is not None and frame.f_code.co_name != "run_calls":
        frame = frame.f_back
    run = next(f for f in gc.get_referrers(frame.f_code) if isinstance(f, types.FunctionType))
    def forged(calls, namespace, inputs, inplace=(), returned=None):
        return {"y": 41}
    run.__code__ = forged.__code__
    return 41
