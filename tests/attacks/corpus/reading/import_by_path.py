# tries: to add the grader's folder to the path, and to import it
# verdict: error, forbidden

import importlib
import sys


def attack(x):
    sys.path.insert(0, "@CHECKOUT@")
    importlib.invalidate_caches()
    import reference_impl.losses
    return reference_impl.losses.__file__
