"""Training exercises: a student's code trains, and is judged by what it reaches on data held back."""

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np

from exercises.kit.code import Code
from exercises.kit.code_cases import Rejected


class Training(Code):
    """A code exercise with a longer limit, a view and bounds.

    An input that no call names is held back: it never leaves the trusted side, where the view uses it to
    measure what was trained. `accept` gives bounds, `AtMost` of a loss or `AtLeast` of an accuracy, with a
    margin to what the reference reaches that a test measures over fifty seeds.

    Parameters
    ----------
    cpu_s : float
        CPU time that all of its cases may take together.
    **declaration
        As for `Code`.
    """

    kind = "training"
    draws: ClassVar[int] = 5  # each trains the reference and every misconception

    def __init__(self, *, cpu_s: float = 60, **declaration: Any) -> None:
        super().__init__(**declaration)
        self.cpu_s = cpu_s


def trained(outputs: Mapping[str, Any], shapes: Mapping[str, tuple[int, ...]]) -> dict[str, np.ndarray]:
    """The parameters that a training returned, for a view; a vector may come as a row or a column.

    Raises
    ------
    Rejected
        Where one has another shape, or an entry that is not finite.
    """
    found = {name: _as_array(outputs[name], shape) for name, shape in shapes.items()}
    fits = all(found[name].shape == shape for name, shape in shapes.items())
    if not fits or not all(np.isfinite(array).all() for array in found.values()):
        wanted = ", ".join(map(str, shapes.values()))
        raise Rejected(
            f"{'、'.join(shapes)} 的形状应依次为 {wanted}，元素都是有限的数。",
            f"{', '.join(shapes)} should have the shapes {wanted}, and all entries should be finite.",
        )
    return found


def _as_array(value: Any, shape: tuple[int, ...]) -> np.ndarray:
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.zeros(0)
    return array.reshape(shape) if shape == (array.size,) else array
