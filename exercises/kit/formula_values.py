"""Compute formulas at points, and compare two formulas by their values."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from exercises.kit.formula_tree import Formula, FormulaError, ShapeError, TooLargeError
from exercises.kit.formula_writer import to_text

MAX_ENTRIES = 100_000
"""Of all results on the way to one value together: outer products of outer products must fill neither the
memory nor the time of whoever computes them. No exercise's own formulas need a hundredth of it."""

Array = np.ndarray
Point = Mapping[str, Any]


def evaluate(formula: Formula, point: Point) -> Array:
    """The formula's value at a point, in float64.

    Shapes must be equal for operators that go entry by entry; only a single number (also one in an array)
    goes with any shape. Softmax runs over all of a vector, and over each row of a matrix.

    Parameters
    ----------
    formula : Formula
    point : dict
        An array or number for every symbol.

    Returns
    -------
    ndarray
        Of shape () where the value is a number. Overflow is inf, and what is undefined NaN.

    Raises
    ------
    ShapeError
        Where shapes do not fit.
    TooLargeError
        Where the results on the way have more than `MAX_ENTRIES` entries together.
    """
    with np.errstate(all="ignore"):
        return _Evaluation(point).value(formula)


class _Evaluation:
    """One formula's way to its value, with the entries computed so far."""

    def __init__(self, point: Point) -> None:
        self.point = point
        self.entries = 0

    def value(self, formula: Formula) -> Array:
        kind = formula.kind
        if kind == "number":
            return np.asarray(formula.value, dtype=np.float64)
        if kind == "symbol":
            return np.asarray(self.point[formula.name], dtype=np.float64)
        values = []
        for operand in formula.operands:  # no comprehension: it would take a second frame a level
            values.append(self.value(operand))
        self.count(_entries(formula, values))
        if kind == "negative":
            result = -values[0]
        elif kind == "transpose":
            result = _transpose(values[0], formula)
        elif kind == "call":
            result = _call(formula, values)
        elif kind == "@":
            result = _matrix_product(values[0], values[1], formula)
        else:
            result = _ENTRYWISE[kind](*_alike(values[0], values[1], formula))
        return np.asarray(result, dtype=np.float64)

    def count(self, entries: int) -> None:
        """Add what an operation is about to compute, before it takes memory or time."""
        self.entries += entries
        if self.entries > MAX_ENTRIES:
            raise TooLargeError(
                f"公式太大：中间结果合起来超过 {MAX_ENTRIES} 个数。请化简。",
                "The formula is too large: its results on the way have more than "
                f"{MAX_ENTRIES} entries together. Simplify it.",
            )


def _entries(formula: Formula, values: list[Array]) -> int:
    """How many entries an operation works through: those of its result or, if more, of an operand."""
    sizes = [value.size for value in values]
    if formula.kind == "call" and formula.name == "outer":
        return sizes[0] * sizes[1]
    if formula.kind == "@" and all(value.ndim for value in values):
        return max(*sizes, math.prod(values[0].shape[:-1] + values[1].shape[1:]))
    return max(sizes)


_ENTRYWISE: dict[str, Callable[[Array, Array], Array]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
    "max": np.maximum,
    "min": np.minimum,
}


def _alike(left: Array, right: Array, formula: Formula) -> tuple[Array, Array]:
    """Two operands of one shape, or one of them a plain number."""
    if left.shape == right.shape:
        return left, right
    if left.size == 1:
        return left.reshape(()), right
    if right.size == 1:
        return left, right.reshape(())
    raise _shape_error(
        left,
        right,
        formula,
        "两边形状要相同，或有一边是一个数。",
        "needs equal shapes, or a single number on one side.",
    )


def _matrix_product(left: Array, right: Array, formula: Formula) -> Array:
    if left.ndim not in (1, 2) or right.ndim not in (1, 2) or left.shape[-1] != right.shape[0]:
        raise _shape_error(
            left,
            right,
            formula,
            "左边的最后一维要等于右边的第一维；是不是缺转置 .T，或该用 *？",
            "needs the last axis on the left equal to the first on the right; "
            "is a transpose .T missing, or is * meant?",
        )
    return np.asarray(left @ right)


def _transpose(value: Array, formula: Formula) -> Array:
    if value.ndim > 2:
        raise ShapeError(
            f"`{_short(formula)}` 的形状是 {value.shape}：只有矩阵和向量能转置。",
            f"`{_short(formula)}` has shape {value.shape}: only matrices and vectors have a transpose.",
        )
    return value.T


def _call(formula: Formula, values: list[Array]) -> Array:
    name = formula.name
    if name in ("max", "min") and len(values) == 2:
        return _ENTRYWISE[name](*_alike(values[0], values[1], formula))
    if name == "outer":
        return np.outer(values[0], values[1])
    return np.asarray(FUNCTIONS[name](values[0]))


def _sigmoid(x: Array) -> Array:
    small = np.exp(-np.abs(x))  # never overflows; 1 - sigmoid(x) would lose digits where x is large
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def _softmax(x: Array) -> Array:
    axis = -1 if x.ndim > 1 and min(x.shape) > 1 else None
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


FUNCTIONS: dict[str, Callable[[Array], Any]] = {
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "sign": np.sign,
    "relu": lambda x: np.maximum(x, 0),
    "softmax": _softmax,
    "sum": np.sum,
    "mean": np.mean,
    "max": np.max,
    "min": np.min,
}
"""Of one argument each."""


def _shape_error(left: Array, right: Array, formula: Formula, zh: str, en: str) -> ShapeError:
    one, other = (_short(operand) for operand in formula.operands)
    sign = formula.name or formula.kind
    return ShapeError(
        f"`{one}` 的形状是 {left.shape}，`{other}` 的形状是 {right.shape}：{sign} {zh}",
        f"`{one}` has shape {left.shape} and `{other}` has shape {right.shape}: {sign} {en}",
    )


def _short(formula: Formula) -> str:
    text = to_text(formula)
    return text if len(text) <= 40 else text[:39] + "…"


# --- comparing -----------------------------------------------------------------------------------


class ValuesAtPoints:
    """Formulas' values at points, each computed once, for as long as several comparisons need them.

    A formula is known by its identity; the points must not change under the formulas that were computed.
    """

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self._known: dict[tuple[int, int], tuple[Formula, Array | FormulaError]] = {}

    def of(self, formula: Formula) -> list[Array]:
        """The formula's value at every point.

        Raises
        ------
        FormulaError
            Where it has none at one of them: `ShapeError` or `TooLargeError`.
        """
        values = []
        for place in range(len(self.points)):
            value = self._at(formula, place)
            if isinstance(value, FormulaError):
                raise value
            values.append(value)
        return values

    def equal(self, student: Formula, truth: Formula, rtol: float = 1e-7) -> bool:
        """What `equal_at_points` says of the two."""
        places = range(len(self.points))
        return bool(places) and all(_agree(*self._pair(student, truth, place), rtol) for place in places)

    def multiple(self, student: Formula, truth: Formula, rtol: float = 1e-7) -> float | None:
        """What `scalar_multiple` says of the two."""
        factors = []
        for place in range(len(self.points)):
            a, b = self._pair(student, truth, place)
            factor = None if a is None or b is None else _factor(a, b)
            if factor is None or a is None or b is None or not _agree(a, factor * b, rtol):
                return None
            factors.append(factor)
        if not factors:
            return None
        first = factors[0]
        if abs(first - 1) <= rtol or np.ptp(factors) > rtol * abs(first):
            return None
        return first

    def _pair(self, student: Formula, truth: Formula, place: int) -> tuple[Array | None, Array | None]:
        a, b = self._at(student, place), self._at(truth, place)
        return None if isinstance(a, FormulaError) else a, None if isinstance(b, FormulaError) else b

    def _at(self, formula: Formula, place: int) -> Array | FormulaError:
        key = (id(formula), place)
        if key not in self._known:
            value: Array | FormulaError
            try:
                value = evaluate(formula, self.points[place])
            except FormulaError as error:
                value = error
            self._known[key] = (formula, value)  # kept with its formula, lest another take the same id
        return self._known[key][1]


def equal_at_points(student: Formula, truth: Formula, points: Sequence[Point], rtol: float = 1e-7) -> bool:
    """Whether two formulas agree at every point: |a - b| <= rtol max|b| in each, b the truth.

    Shapes that do not fit and NaN are no agreement, infinite entries must be equal, and where there are
    no points nothing is shown to agree. A truth of zeros is met by zeros alone.
    """
    return ValuesAtPoints(points).equal(student, truth, rtol)


def scalar_multiple(
    student: Formula, truth: Formula, points: Sequence[Point], rtol: float = 1e-7
) -> float | None:
    """The k for which student = k truth at every point, the same at each; None where there is none.

    k is finite and neither 0 nor 1. A truth that is zero throughout, or not finite, at any point has no
    multiple that would mean anything: None.
    """
    return ValuesAtPoints(points).multiple(student, truth, rtol)


def _factor(a: Array, b: Array) -> float | None:
    """The k that brings k b nearest to a; None where either is zero throughout or not finite."""
    if not (np.isfinite(a).all() and np.isfinite(b).all() and np.any(a) and np.any(b)):
        return None
    if a.size != b.size:
        return None
    scale, found = float(np.abs(b).max()), float(np.abs(a).max())
    unit = b.ravel() / scale  # squares of entries near 1e200 would overflow
    with np.errstate(all="ignore"):
        factor = float(unit @ (a.ravel() / found) / (unit @ unit)) * (found / scale)
        usable = np.isfinite(factor) and factor != 0 and np.isfinite(factor * b).all()
    return factor if usable else None


def _agree(found: Array | None, truth: Array | None, rtol: float) -> bool:
    if found is None or truth is None:
        return False
    if found.shape != truth.shape and not found.size == truth.size == 1:
        return False
    found = found.reshape(truth.shape)
    scale = float(np.abs(truth[np.isfinite(truth)]).max(initial=0))
    with np.errstate(invalid="ignore", over="ignore"):
        # asks `<=`, never `not >`: every comparison with NaN is false, and NaN must not pass
        near = np.abs(found - truth) <= rtol * scale
    return bool((near | (found == truth)).all())
