"""What the zygote tries out before it forks: no fork finds anything of it."""

from grader.sandbox.runner import Sandbox
from tests.attacks import referee

FOUND = """
import gc, os, random, sys, warnings
import numpy as np

def found(x):
    named = [kind.__name__ for kind in object.__subclasses__()]
    named += [getattr(thing, "__name__", "") for thing in gc.get_objects()]
    return {
        "layers": named.count("Layer") + named.count("sample"),
        "main": sorted(name for name in sys.modules["__main__"].__dict__ if not name.startswith("__")),
        "descriptors": sorted(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else [],
        "errors": sorted(np.geterr().items()),
        "last": hasattr(sys, "last_value"),
        "filters": len(warnings.filters),
    }
"""


def test_the_rehearsal_leaves_nothing_behind():
    """What the zygote has tried out for its forks no submission can find."""
    with Sandbox() as box:
        result = box.run(referee.job([("found.py", FOUND)], "found(x) -> out"))
    case = result.questions[0].cases[0]
    assert case.fault is None
    out = case.outputs["out"]
    assert out["layers"] == 0
    assert set(out["main"]) == {
        *("answers", "display", "found", "gc", "get_ipython", "np", "os", "random", "sys", "warnings")
    }
    assert out["descriptors"] == []
    assert dict(out["errors"]) == {"divide": "warn", "invalid": "warn", "over": "warn", "under": "ignore"}
    assert out["last"] is False
