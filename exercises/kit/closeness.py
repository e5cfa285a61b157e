"""When an output counts as right.

One rule for every dtype: |a - b| <= atol + rtol max|b|, per output, b the expected value and the maximum
taken over its finite entries. NaN never passes; infinite entries must be equal. Axes of length 1 do not
count, so (1, D), (D,) and, for a scalar, (1,) are alike.
"""

import math
from typing import Any

import numpy as np

from exercises.kit.base import Frozen, Value

_SPARE = 1000
"""Axes of length 1 are lists too: so many more than eight times the expected entries are too many."""


class NotNumericError(Exception):
    """The value has no reading as an array of numbers."""


def as_array(value: Value) -> np.ndarray:
    """Numbers, lists of numbers and arrays as a float64, int64 or bool array without axes of length 1.

    Raises
    ------
    NotNumericError
        For text, dicts, None, ragged lists, complex numbers.
    """
    if type(value) is np.ndarray and value.dtype == np.float64:  # nearly all that comes
        return value.squeeze()
    if isinstance(value, (str, bytes, dict)) or value is None:
        raise NotNumericError(type(value).__name__)
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError) as error:
        raise NotNumericError(type(value).__name__) from error
    if array.dtype.kind in "iu":
        array = array.astype(np.float64) if array.dtype == np.uint64 else array.astype(np.int64)
    elif array.dtype.kind == "f":
        array = array.astype(np.float64)
    elif array.dtype.kind != "b":
        raise NotNumericError(str(array.dtype))
    return array.squeeze()


def holds_more(value: Value, most: int) -> bool:
    """Whether nested lists hold more entries and lists than `most`; looks at no more of them than that."""
    waiting = [iter(value)] if isinstance(value, (list, tuple)) else []
    while waiting:
        for entry in waiting.pop():
            most -= 1
            if most < 0:
                return True
            if isinstance(entry, (list, tuple)):
                waiting.append(iter(entry))
    return False


def is_numeric(value: Value) -> bool:
    """Whether the value reads as an array of numbers."""
    return _array_or_none(value) is not None


def _array_or_none(value: Value) -> np.ndarray | None:
    try:
        return as_array(value)
    except NotNumericError:
        return None


class Acceptance(Frozen):
    """Base of the rules that `accept={output: ...}` takes."""

    def accepts(self, expected: Value, found: Value) -> bool:
        """Whether `found` is right."""
        raise NotImplementedError

    def coincides(self, one: Value, other: Value) -> bool:
        """Whether two results are the same for recognising a misconception: here NaN equals NaN."""
        raise NotImplementedError


class Close(Acceptance):
    """Equal within rtol of the largest magnitude; dicts and lists are compared entry by entry."""

    rtol: float = 1e-4
    atol: float = 1e-6

    def bound(self, expected: np.ndarray) -> float:
        """The largest difference that passes."""
        largest = float(np.abs(expected).max(initial=0))
        if not math.isfinite(largest):
            largest = float(np.abs(expected[np.isfinite(expected)]).max(initial=0))
        return self.atol + self.rtol * largest

    def accepts(self, expected: Value, found: Value) -> bool:
        return _everywhere(self._arrays_close, expected, found)

    def coincides(self, one: Value, other: Value) -> bool:
        return _everywhere(self._arrays_coincide, one, other)

    def _arrays_close(self, expected: np.ndarray, found: np.ndarray) -> bool:
        if expected.dtype.kind == "b" or found.dtype.kind == "b":
            return expected.dtype == found.dtype and bool(np.array_equal(expected, found))
        expected, found = np.asarray(expected, np.float64), np.asarray(found, np.float64)
        with np.errstate(invalid="ignore", over="ignore"):
            # asks `<=`, never `not >`: every comparison with NaN is false, and NaN must not pass
            right = np.abs(found - expected) <= self.bound(expected)
            if not right.all():  # infinite entries differ by NaN from themselves
                right |= found == expected
        return bool(right.all())

    def _arrays_coincide(self, one: np.ndarray, other: np.ndarray) -> bool:
        if one.dtype.kind == "f" and other.dtype.kind == "f":
            both_nan = np.isnan(one) & np.isnan(other)
            one, other = np.where(both_nan, 0.0, one), np.where(both_nan, 0.0, other)
        return self._arrays_close(one, other)


class Exact(Acceptance):
    """Equal in value: 3 and 3.0 are alike, 3 and 3.0001 are not."""

    def accepts(self, expected: Value, found: Value) -> bool:
        return _everywhere(_arrays_equal, expected, found)

    def coincides(self, one: Value, other: Value) -> bool:
        return self.accepts(one, other)


class AtMost(Acceptance):
    """One finite number, not above the bound."""

    bound: float

    def accepts(self, expected: Value, found: Value) -> bool:
        number = _finite_number(found)
        return number is not None and number <= self.bound

    def coincides(self, one: Value, other: Value) -> bool:
        return Close().coincides(one, other)


class AtLeast(Acceptance):
    """One finite number, not below the bound."""

    bound: float

    def accepts(self, expected: Value, found: Value) -> bool:
        number = _finite_number(found)
        return number is not None and number >= self.bound

    def coincides(self, one: Value, other: Value) -> bool:
        return Close().coincides(one, other)


def _arrays_equal(expected: np.ndarray, found: np.ndarray) -> bool:
    if (expected.dtype.kind == "b") != (found.dtype.kind == "b"):
        return False
    return bool(np.array_equal(expected, found))


def _finite_number(value: Value) -> float | None:
    try:
        array = as_array(value)
    except NotNumericError:
        return None
    if array.shape != () or array.dtype.kind == "b" or not np.isfinite(array):
        return None
    return float(array)


def _everywhere(equal: Any, expected: Value, found: Value) -> bool:
    """Compare as arrays where both are numeric of one shape, else structure by structure."""
    if isinstance(expected, dict):
        if not isinstance(found, dict) or expected.keys() != found.keys():
            return False
        return all(_everywhere(equal, expected[key], found[key]) for key in expected)
    if isinstance(expected, str) or expected is None:
        return type(found) is type(expected) and found == expected
    one = _array_or_none(expected)
    if one is not None:
        if holds_more(found, 8 * one.size + _SPARE):
            return False  # looked at as an array, a million ragged entries would take seconds, many times
        other = _array_or_none(found)
        return other is not None and one.shape == other.shape and equal(one, other)
    if isinstance(expected, (list, tuple)):
        if not isinstance(found, (list, tuple)) or len(expected) != len(found):
            return False
        return all(_everywhere(equal, a, b) for a, b in zip(expected, found, strict=True))
    return False
