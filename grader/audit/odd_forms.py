"""The worked solution with results and habits as students have them, none of which costs a point.

Each form is a piece of source that runs after the solution, in the sandbox, and wraps its functions.
"""

from collections.abc import Iterator

from exercises.kit.code import Code

Wrap = tuple[str, set[int], int, set[int]]
OddForm = tuple[str, list[str], list[str]]
"""Its description, and the sources of the cells before and after the solution."""

_CHANGES = {
    "float32 results": """
def changed(value):
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value.astype(np.float32)
    return np.float32(value) if isinstance(value, (float, np.floating)) else value
""",
    "lists for arrays": """
def changed(value):
    return value.tolist() if isinstance(value, np.ndarray) else value
""",
    "one-element arrays for scalars": """
def changed(value):
    scalar = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
    return np.array([value]) if scalar else value
""",
    "(1, D) for (D,)": """
def changed(value):
    return value[np.newaxis] if isinstance(value, np.ndarray) and value.ndim == 1 else value
""",
    "arrays in another memory order": """
def changed(value):
    if isinstance(value, np.ndarray) and value.ndim > 1:
        return np.asfortranarray(value)
    return np.repeat(value, 2)[::2] if isinstance(value, np.ndarray) and value.ndim == 1 else value
""",
}
_WRAPPED = """
import copy
import numpy as np

{change}

def wrapped(function, keep, single, ours):
    def other(*arguments):
        given = function(*(copy.deepcopy(a) if k in ours else a for k, a in enumerate(arguments)))
        for k in ours:
            scribble(arguments[k])
        if single or not isinstance(given, tuple):
            return given if 0 in keep else changed(given)
        return tuple(v if k in keep else changed(v) for k, v in enumerate(given))
    return other
"""
_SCRIBBLE = """
def changed(value):
    return value

def scribble(value):
    if isinstance(value, np.ndarray) and value.dtype.kind in "fiu":
        value[...] = 7
    elif isinstance(value, list):
        value.clear()
"""
_HABITS_BEFORE = """
import math, random
def helper(x, y=None):
    return x
x = y = w = out = result = data = case = inputs = outputs = 3
print("starting")
"""
_STRICT = """
import warnings
warnings.simplefilter("error")
"""
_HABITS_AFTER = """
print("a look at it:", x, helper(x))
random.seed(5)
"""


def odd_forms(exercise: Code) -> Iterator[OddForm]:
    """The forms that make sense for an exercise.

    Results that a later call takes are left alone: what form they have is between the student's functions.
    """
    lines = exercise.program.calls
    taken = {argument for call in lines for argument in call.arguments}
    called = {name for call in lines for name in call.function.split(".")[:1]}
    kept = taken | called | set(exercise.program.opaque)
    mine = set(exercise.program.inputs) - set(exercise.program.inplace)
    last_use = {argument: number for number, call in enumerate(lines) for argument in call.arguments}
    compared = set(exercise.program.results) - set(exercise.program.opaque)
    for name, change in _CHANGES.items():
        wraps: list[Wrap] = [
            (
                call.function,
                {k for k, result in enumerate(call.results) if result in kept},
                len(call.results),
                set(),
            )
            for call in lines
            if call.function in exercise.functions and not set(call.results) <= kept
        ]
        if wraps:
            yield name, [], [_wrapping(change, wraps)]
    inputs: list[Wrap] = [
        (
            call.function,
            set(),
            len(call.results),
            {
                k
                for k, a in enumerate(call.arguments)
                if a in mine or (a in compared and last_use[a] == number)
            },
        )
        for number, call in enumerate(lines)
        if call.function in exercise.functions
    ]
    if len({function for function, *_ in inputs}) == len(inputs):
        yield "writes into its arguments", [], [_wrapping(_SCRIBBLE, inputs)]
    yield "prints and helpers of its own", [_HABITS_BEFORE], [_HABITS_AFTER]
    yield "warnings taken for errors", [_STRICT], []


def _wrapping(change: str, wraps: list[Wrap]) -> str:
    lines = [
        f"{function} = wrapped({function}, {keep!r}, {count == 1}, {ours!r})"
        for function, keep, count, ours in wraps
    ]
    return _WRAPPED.format(change=change) + "\n".join(lines) + "\n"
