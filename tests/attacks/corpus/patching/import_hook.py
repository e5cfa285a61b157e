# tries: to stand in for whatever is imported next
# returns: y == 3

import builtins
import sys


def attack(x):
    class Finder:
        def find_spec(self, name, path=None, target=None):
            raise SystemExit("imported " + name)
    sys.meta_path.insert(0, Finder())
    builtins.__import__ = lambda *a, **k: None
    return 3
