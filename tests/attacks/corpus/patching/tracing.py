# tries: to trace the runner, and to change its variables
# verdict: no result
# returns: not np.array_equal(y, [0, 2, 4])
# spoils: itself

import sys


def attack(x):
    def trace(frame, event, argument):
        if frame.f_code.co_name in ("answer", "pack", "tree", "run_calls"):
            for name in ("value", "reply", "results", "answer"):
                if isinstance(frame.f_locals.get(name), dict):
                    frame.f_locals[name]["score"] = 100
        return trace
    frame = sys._getframe()
    while frame is not None:
        frame.f_trace = trace
        frame = frame.f_back
    sys.settrace(trace)
    return 1
