"""Values and types in a few characters, for remarks."""

import numpy as np

from exercises.kit.base import Value
from grader.sandbox.job import Unreadable

MOST_CHARACTERS = 600


def show(value: Value) -> str:
    """A value as students read it: six digits, large arrays and long texts cut."""
    try:
        if isinstance(value, Unreadable):
            text = f"<{value.type_name}>"
        elif isinstance(value, np.ndarray):
            text = np.array2string(value, precision=6, threshold=60, separator=", ", suppress_small=True)
        elif isinstance(value, float):
            text = f"{value:.7g}"
        elif isinstance(value, dict):
            text = "{" + ", ".join(f"{key!s}: {show(entry)}" for key, entry in value.items()) + "}"
        elif isinstance(value, frozenset):
            text = "{" + ", ".join(sorted(map(str, value))) + "}"
        elif isinstance(value, (list, tuple)):
            text = "[" + ", ".join(show(entry) for entry in value[:60]) + "]"
        else:
            text = str(value)
    except (ValueError, RecursionError):  # such as an int of more digits than Python prints
        text = f"<{type(value).__name__}>"
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def type_name(value: Value) -> str:
    """number, bool, array, bool array, text, dict, list, None; for other things their type's own name."""
    if isinstance(value, Unreadable):
        return value.type_name
    if value is None:
        return "None"
    for types, name in ((str, "text"), (dict, "dict"), ((list, tuple), "list"), (frozenset, "set")):
        if isinstance(value, types):
            return name
    try:
        kind = np.asarray(value).dtype.kind
    except (ValueError, TypeError, OverflowError):
        return type(value).__name__
    whole, one = {"b": ("bool array", "bool"), "c": ("complex array", "complex")}.get(
        kind, ("array", "number")
    )
    if kind not in "iufbc":
        return type(value).__name__
    return whole if np.ndim(value) else one
