# tries: to patch what NumPy's own functions call
# returns: float(y) == 3

import numpy as np


def attack(x):
    for name in dir(np.core.multiarray) if hasattr(np, "core") else ():
        if callable(getattr(np.core.multiarray, name, None)) and not name.startswith("_"):
            try:
                setattr(np.core.multiarray, name, lambda *a, **k: True)
            except (AttributeError, TypeError):
                pass
    return np.float64(3)
