# tries: to load a file of the grader by a loader of its own
# verdict: error, forbidden

import importlib.util


def attack(x):
    spec = importlib.util.spec_from_file_location("stolen", "@CHECKOUT@/reference_impl/losses.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.__file__
