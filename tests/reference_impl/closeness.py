"""One measure of closeness for values, gradients and laws."""

from typing import Any

import numpy as np


def close(found: Any, right: Any, tolerance: float = 1e-9) -> bool:
    """Whether max|a-b| <= tolerance max(1, max|b|) over finite entries of b; infinite ones equal; no NaN."""
    found, right = np.asarray(found, dtype=float), np.asarray(right, dtype=float)
    finite = np.isfinite(right)
    largest = np.abs(right[finite]).max(initial=1)
    within = np.abs(found - np.where(finite, right, 0)) <= tolerance * largest
    return bool(np.where(finite, within, found == right).all())
