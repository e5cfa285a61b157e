"""Sentences for arguments that do not fit: each names the argument, what was expected and what was found."""

import re
from collections.abc import Iterable, Mapping, Sequence
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
    array = _array(name, value)
    if array.ndim or array.dtype.kind not in "iu":
        raise ValueError(f"{name} should be one integer, {_found(value)}")
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


def none_negative(name: str, array: Array) -> Array:
    """The array, once no entry of it is below 0 or NaN."""
    if not (array >= 0).all():
        raise ValueError(f"{name} should not be negative, its smallest entry is {array.min()}")
    return array


def zeros_and_ones(name: str, array: Array) -> Array:
    """The array, once each of its entries is 0 or 1."""
    odd = array[(array != 0) & (array != 1)]
    if odd.size:
        raise ValueError(f"{name} should hold only 0 and 1, it also holds {odd[0]}")
    return array


def number(name: str, value: Any, interval: str = "(-inf, inf)") -> None:
    """Raise ValueError unless `value` is one real number in the interval: "[0, 1)" holds 0, and not 1."""
    if not isinstance(value, int | float | np.integer | np.floating) or isinstance(value, bool):
        raise ValueError(f"{name} should be one real number, {_found(value)}")
    low, high = (float(end) for end in interval[1:-1].split(","))
    above = value >= low if interval[0] == "[" else value > low
    below = value <= high if interval[-1] == "]" else value < high
    if not (above and below):  # so is NaN, which lies nowhere
        raise ValueError(f"{name} should be in {interval}, it is {value}")


def at_least(least: int, **integers: Any) -> None:
    """Raise ValueError unless every number is an integer, and not below `least`."""
    for name, value in integers.items():
        if not isinstance(value, int | np.integer) or isinstance(value, bool) or value < least:
            raise ValueError(f"{name} should be an integer of at least {least}, {_found(value)}")


def keys(name: str, parameters: Any, needed: Iterable[str]) -> None:
    """Raise ValueError unless `parameters` is a dict that has these keys."""
    if not isinstance(parameters, Mapping):
        raise ValueError(f"{name} should be a dict, {_found(parameters)}")
    missing = [key for key in needed if key not in parameters]
    if missing:
        raise ValueError(f"{name} should have the keys {', '.join(needed)}; {', '.join(missing)} is missing")


def listed(name: str, value: Any) -> Sequence[Any]:
    """The value, once it is a list, a tuple or an array: a text is none."""
    if not isinstance(value, Sequence | np.ndarray) or isinstance(value, str | bytes):
        raise ValueError(f"{name} should be a list, {_found(value)}")
    return value  # type: ignore[return-value]


def of_forward(name: str, cache: Any, parts: int) -> tuple[Any, ...]:
    """The cache, once it has as many parts as that of the forward function `name`."""
    if not isinstance(cache, tuple) or len(cache) != parts:
        found = f"it has {len(cache)}" if isinstance(cache, tuple) else f"it is {_kind(cache)}"
        raise ValueError(f"cache should be the {parts} parts that {name} returned, {found}")
    return cache


def of_steps(name: str, cache: Any, parts: int) -> list[tuple[Any, ...]]:
    """The cache of a whole sequence, once it is a list of steps with as many parts."""
    if not isinstance(cache, list) or not cache or not all(isinstance(step, tuple) for step in cache):
        raise ValueError(f"cache should be the list of steps that {name} returned, it is {_kind(cache)}")
    return [of_forward(name, step, parts) for step in cache]


def _found(value: Any) -> str:
    """What an argument is, in the words of a refusal: an array by its shape, anything else as written."""
    return f"it has shape {value.shape}" if isinstance(value, np.ndarray) else f"it is {value!r}"


def _kind(value: Any) -> str:
    return "None" if value is None else f"a {type(value).__name__}"


def window_fits(name: str, window: tuple[int, int], image: tuple[int, int]) -> None:
    """Raise ValueError unless the window fits into the (padded) image."""
    if window[0] > image[0] or window[1] > image[1]:
        raise ValueError(f"{name} {window} should fit into the padded images of x, which are {image}")
