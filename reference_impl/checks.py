"""Sentences for arguments that do not fit: each names the argument, what was expected and what was found."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

Array = np.ndarray


def floats(name: str, value: Any) -> Array:
    """`value` as an array of floats: float32 stays float32, everything else becomes float64."""
    array = numbers(name, value)
    return array if array.dtype == np.float32 else array.astype(np.float64, copy=False)


def numbers(name: str, value: Any) -> Array:
    """`value` as an array of real numbers, not empty; its dtype stays."""
    array = _array(name, value)
    if array.dtype.kind not in "fiub":
        raise ValueError(f"{name} should hold real numbers, it has dtype {array.dtype}")
    if array.size == 0:
        raise ValueError(f"{name} should not be empty, it has shape {array.shape}")
    return array


def _array(name: str, value: Any) -> Array:
    try:
        return np.asarray(value)
    except ValueError:  # rows of different lengths
        raise ValueError(f"{name} should be one array, its parts have different shapes") from None


def shaped(**arguments: tuple[Any, str]) -> list[Array]:
    """Return the arguments as arrays of floats, once their shapes fit each other.

    Parameters
    ----------
    **arguments : (value, axes)
        x=(x, "N D"), Wx=(Wx, "D 4H"): a letter stands for one length throughout, 4H for four times it;
        "..." at the end allows further axes.

    Raises
    ------
    ValueError
        Naming the argument, the shape that it should have, where that comes from, and its own.
    """
    lengths: dict[str, tuple[int, str]] = {}
    arrays = []
    for name, (value, axes) in arguments.items():
        array = floats(name, value)
        if not _fits(name, array.shape, axes.split(), lengths):
            known = {axis.lstrip("0123456789") for axis in axes.split()}
            because = ", ".join(
                f"{letter} = {length} as in {owner}"
                for letter, (length, owner) in lengths.items()
                if letter in known and owner != name
            )
            expected = f"({', '.join(axes.split())}{',' if len(axes.split()) == 1 else ''})"
            raise ValueError(
                f"{name} should have shape {expected}{' with ' + because if because else ''}, "
                f"it has shape {array.shape}"
            )
        arrays.append(array)
    return arrays


def _fits(name: str, shape: tuple[int, ...], axes: list[str], lengths: dict[str, tuple[int, str]]) -> bool:
    if axes[-1] == "...":
        axes = axes[:-1]
        if len(shape) < len(axes):
            return False
    elif len(shape) != len(axes):
        return False
    for axis, length in zip(axes, shape, strict=False):
        factor, letter = re.fullmatch(r"(\d*)(\D*)", axis).groups()  # type: ignore[union-attr]
        times = int(factor or 1)
        if letter and letter not in lengths:
            if length % times:
                return False
            lengths[letter] = (length // times, name)
        if length != times * (lengths[letter][0] if letter else 1):
            return False
    return True


def like(name: str, value: Any, shape: tuple[int, ...]) -> Array:
    """`value` as an array of floats, once it has this shape."""
    array = floats(name, value)
    if array.shape != shape:
        raise ValueError(f"{name} should have shape {shape}, it has shape {array.shape}")
    return array


def indices(name: str, value: Any, below: int | None = None, length: int | None = None) -> Array:
    """`value` as a vector of integers in [0, below), `length` of them; both only where they are given."""
    array = _array(name, value)
    expected = "(n,) with n >= 1" if length is None else f"({length},)"
    if array.ndim != 1 or array.size == 0 or (length is not None and len(array) != length):
        raise ValueError(f"{name} should have shape {expected}, it has shape {array.shape}")
    if array.dtype.kind not in "iu":
        raise ValueError(f"{name} should hold integers, it has dtype {array.dtype}")
    if array.min() < 0 or (below is not None and array.max() >= below):
        allowed = "[0, inf)" if below is None else f"[0, {below})"
        raise ValueError(f"{name} should lie in {allowed}, it goes from {array.min()} to {array.max()}")
    return array.astype(np.intp, copy=False)


def index(name: str, value: Any, below: int) -> int:
    """`value` as one integer in [0, below)."""
    if np.ndim(value) or np.asarray(value).dtype.kind not in "iu":
        raise ValueError(f"{name} should be one integer, it is {value!r}")
    if not 0 <= value < below:
        raise ValueError(f"{name} should lie in [0, {below}), it is {value}")
    return int(value)


def distribution(name: str, value: Any) -> Array:
    """`value` as a vector of probabilities, none negative, whose sum is 1 to within 1e-6."""
    (p,) = shaped(**{name: (value, "K")})
    if not (p >= 0).all():
        raise ValueError(f"{name} should have no negative probability, its smallest is {p.min()}")
    if not abs(p.sum(dtype=float) - 1) <= 1e-6:
        raise ValueError(f"{name} should sum to 1 (within 1e-6), it sums to {p.sum(dtype=float)}")
    return p


def positive(**numbers: float) -> None:
    """Raise ValueError unless every number is above 0."""
    for name, number in numbers.items():
        if not number > 0:
            raise ValueError(f"{name} should be above 0, it is {number}")


def at_least(least: int, **integers: Any) -> None:
    """Raise ValueError unless every number is an integer, and not below `least`."""
    for name, value in integers.items():
        if not isinstance(value, int | np.integer) or isinstance(value, bool) or value < least:
            raise ValueError(f"{name} should be an integer of at least {least}, it is {value!r}")


def keys(name: str, parameters: Mapping[str, Any], needed: Iterable[str]) -> None:
    """Raise ValueError unless the dict has these keys."""
    missing = [key for key in needed if key not in parameters]
    if missing:
        raise ValueError(f"{name} should have the keys {', '.join(needed)}; {', '.join(missing)} is missing")


def window_fits(name: str, window: tuple[int, int], image: tuple[int, int]) -> None:
    """Raise ValueError unless the window fits into the (padded) image."""
    if window[0] > image[0] or window[1] > image[1]:
        raise ValueError(f"{name} {window} should fit into the padded images of x, which are {image}")
