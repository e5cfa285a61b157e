# tries: to find the runner's modules and to let them report success
# returns: y == 0

import gc
import types


def attack(x):
    for module in [o for o in gc.get_objects() if type(o) is types.ModuleType]:
        if "grader" in module.__name__ or "kaodian" in module.__name__:
            for name in list(vars(module)):
                if name in ("fault", "_kind", "verdict", "clean_text"):
                    setattr(module, name, lambda *a, **k: {"kind": "correct"})
    return 0
