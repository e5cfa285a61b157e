# tries: to replace what collects its printed text
# verdict: error, no result
# returns: y == 1
# spoils: itself

import sys


def attack(x):
    class Text:
        kept, room, total = [], 1, 0
        def write(self, text): return len(text)
        def text(self): return {"score": 100}
        def restart(self): pass
    frame = sys._getframe()
    while frame is not None:
        if "self" in frame.f_locals and hasattr(frame.f_locals["self"], "printed"):
            frame.f_locals["self"].printed = Text()
        frame = frame.f_back
    return 1
