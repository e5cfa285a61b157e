"""All expected numbers of a case in one row: most answers are right, and one comparison says so."""

from collections.abc import Mapping

import numpy as np

from exercises.kit.base import Value
from exercises.kit.closeness import Acceptance, Close, as_array

_FLOAT = np.dtype(np.float64)


class NumbersRow:
    """The outputs that are finite float arrays and judged by closeness, laid behind each other.

    Parameters
    ----------
    expected : dict
        Outputs by name.
    rules : dict
        Their rules by name.
    """

    def __init__(self, expected: Mapping[str, Value], rules: Mapping[str, Acceptance]) -> None:
        self.shapes: dict[str, tuple[int, ...]] = {}
        """By output: shape without axes of length 1. Any other output is to be judged by itself."""
        numbers, bounds = [], []
        for name, value in expected.items():
            rule = rules[name]
            if type(rule) is Close and isinstance(value, (float, np.ndarray)):
                array = as_array(value)
                if array.dtype == _FLOAT and np.isfinite(array).all():
                    self.shapes[name] = array.shape
                    numbers.append(array.ravel())
                    bounds.append(np.full(array.size, rule.bound(array)))
        self._numbers = np.concatenate(numbers) if numbers else np.empty(0)
        self._bounds = np.concatenate(bounds) if bounds else np.empty(0)

    def accepts(self, outputs: Mapping[str, Value]) -> bool:
        """Whether all of them are right; False may only mean that one is to be looked at more closely."""
        found = []
        for name, shape in self.shapes.items():
            value = outputs.get(name)
            if isinstance(value, float):
                value = np.array(value)
            elif type(value) is not np.ndarray or value.dtype is not _FLOAT:
                return False
            if value.shape != shape and value.squeeze().shape != shape:
                return False
            found.append(value.ravel())
        if not found:
            return True
        row = found[0] if len(found) == 1 else np.concatenate(found)
        # `<=`, never `not >`: every comparison with NaN is false, and NaN must not pass
        return bool((np.abs(row - self._numbers) <= self._bounds).all())
