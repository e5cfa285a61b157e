"""Sentences for arguments that do not fit: each names the argument, what was expected and what was found."""

import numpy as np

Array = np.ndarray


def check_shape(name: str, value: Array, shape: tuple[int | None, ...]) -> None:
    """Raise ValueError unless `value` has this shape; None stands for any length."""
    fits = value.ndim == len(shape) and all(
        want in (None, have) for want, have in zip(shape, value.shape, strict=True)
    )
    if not fits:
        expected = "(" + ", ".join("any" if n is None else str(n) for n in shape) + ")"
        raise ValueError(f"{name} should have shape {expected}, it has {value.shape}")


def check_labels(name: str, labels: Array, count: int, classes: int) -> None:
    """Raise ValueError unless there are `count` labels of integers in [0, classes)."""
    check_shape(name, labels, (count,))
    if labels.dtype.kind not in "iu":
        raise ValueError(f"{name} should hold integers, it has dtype {labels.dtype}")
    if labels.size and (labels.min() < 0 or labels.max() >= classes):
        raise ValueError(f"{name} should lie in [0, {classes}), it has {labels.min()} to {labels.max()}")


def check_distribution(name: str, p: Array) -> None:
    """Raise ValueError unless `p` is a vector of probabilities whose sum is 1 to within 1e-6."""
    check_shape(name, p, (None,))
    if (p < 0).any():
        raise ValueError(f"{name} should have no negative probability, its smallest is {p.min()}")
    if abs(p.sum() - 1) > 1e-6:
        raise ValueError(f"{name} should sum to 1 (within 1e-6), it sums to {p.sum()}")
