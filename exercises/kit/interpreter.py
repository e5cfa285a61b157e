"""Run one case: a list of calls, wired by name.

The reference, every misconception and the student's code are run by this one function. The sandbox
loads this file by itself, so it imports nothing but the standard library.
"""

import copy
import random
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from itertools import islice
from typing import Any

_NEVER_CHANGED = frozenset({int, float, bool, complex, str, bytes, type(None)})


class MissingNameError(Exception):
    """The case calls a name that the namespace does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotCallableError(Exception):
    """The name is there, and what it names cannot be called."""

    def __init__(self, name: str, type_name: str) -> None:
        super().__init__(name)
        self.name = name
        self.type_name = type_name


class ResultCountError(Exception):
    """A call returned another number of results than its line names."""

    def __init__(self, function: str, expected: int, found: int) -> None:
        super().__init__(f"{function} returned {found} results, expected {expected}")
        self.function = function
        self.expected = expected
        self.found = found


def seed_generators(seed: int) -> None:
    """Give `random` and the global generators of NumPy and torch, where loaded, the same start."""
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)


def run_calls(
    calls: Sequence[tuple[str, Sequence[str], Sequence[str]]],
    namespace: Mapping[str, Any],
    inputs: Mapping[str, Any],
    inplace: Collection[str] = (),
    outputs: Sequence[str] = (),
    returned: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Run the calls in order.

    Parameters
    ----------
    calls : list of (function, arguments, results)
        Names: `function` is a name of `namespace`, a result of an earlier call, or `result.method`;
        an argument is a result of an earlier call (that very object) or an input.
    namespace : dict
        Functions and classes by name.
    inputs : dict
        Values by name. Every use is a fresh copy, except of those named in `inplace`.
    inplace : collection of str
        Inputs that are one object for the whole case, so that what a call writes into them stays.
    outputs : list of str
        Results and in-place inputs that are wanted.
    returned : dict, optional
        Gets the wanted results of each call that has ended: what there is when a later one fails.

    Returns
    -------
    dict
        The outputs by name: results as they were when their call had ended, though a later one may have
        written into them; in-place inputs as they are at the end.
    """
    results = {name: _fresh(inputs[name]) for name in inplace}
    kept = {} if returned is None else returned
    last = len(calls) - 1
    for number, (function, arguments, names) in enumerate(calls):
        target = _look_up(function, results, namespace)
        values = [results[a] if a in results else _fresh(inputs[a]) for a in arguments]
        answer = target(*values)
        named = {names[0]: answer} if len(names) == 1 else _named(function, names, answer)
        results.update(named)
        for name in names:
            if name in outputs:
                kept[name] = named[name] if number == last else _as_it_is(named[name])
    return {name: kept[name] if name in kept else results[name] for name in outputs}


def _fresh(value: Any) -> Any:
    """A copy that shares nothing; arrays, which most inputs are, by the shortest way."""
    own = getattr(type(value), "__deepcopy__", None)
    return copy.deepcopy(value) if own is None else own(value, {})


def _as_it_is(value: Any) -> Any:
    """A copy that later calls cannot write into; the thing itself where there is no copying it."""
    try:
        return _copied(value)
    except Exception:  # of a student's own class, too deep, or too large: the wire will tell
        return value


def _copied(value: Any) -> Any:
    kind = type(value)
    if kind in _NEVER_CHANGED:
        return value
    if kind is list or kind is tuple:  # copy.deepcopy takes twenty times as long for a long list
        plain = _NEVER_CHANGED.issuperset(map(type, value))
        return kind(value) if plain else kind(map(_copied, value))
    return _fresh(value)


def _look_up(function: str, results: Mapping[str, Any], namespace: Mapping[str, Any]) -> Callable[..., Any]:
    name, _, method = function.partition(".")
    if name in results:
        target = results[name]
    elif name in namespace:
        target = namespace[name]
    else:
        raise MissingNameError(name)
    if method:
        target = getattr(target, method, None)
        if target is None:
            raise MissingNameError(function)
    if not callable(target):
        raise NotCallableError(function, type(target).__name__)
    return target


def _named(function: str, names: Sequence[str], answer: Any) -> dict[str, Any]:
    if not names:
        return {}
    if not isinstance(answer, (tuple, list)):
        if not _is_unpacked(answer):
            raise ResultCountError(function, len(names), 0 if answer is None else 1)
        answer = list(islice(answer, len(names) + 1))
    if len(answer) != len(names):
        raise ResultCountError(function, len(names), len(answer))
    return dict(zip(names, answer, strict=True))


def _is_unpacked(answer: Any) -> bool:
    """Whether `w, v = f()` means its parts: of a generator or matrix; not of a vector, a text or a dict."""
    if isinstance(answer, (str, bytes, Mapping, Set)) or not isinstance(answer, Iterable):
        return False
    array: Any = answer
    dimensions = getattr(array, "ndim", None)
    return dimensions is None or dimensions > 1 or (dimensions == 1 and str(array.dtype) == "object")
