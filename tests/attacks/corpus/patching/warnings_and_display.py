# tries: to answer by the hooks of the interpreter
# verdict: error

import os
import sys
import threading
import warnings


def attack(x):
    sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *a: os.write(3, b"correct")
    threading.excepthook = sys.excepthook
    warnings.showwarning = lambda *a, **k: os.write(3, b"correct")
    raise ValueError("as usual")
