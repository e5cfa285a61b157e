"""Compute formulas at points, and compare two formulas by their values."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from exercises.kit.formula_tree import Formula, FormulaError, ShapeError
from exercises.kit.formula_writer import to_text

MAX_ENTRIES = 100_000
"""Of any result on the way: an outer product of outer products must not fill the memory."""

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
    FormulaError
        Where a result would be too large.
    """
    with np.errstate(all="ignore"):
        return _value(formula, point)


def _value(formula: Formula, point: Point) -> Array:
    kind = formula.kind
    if kind == "number":
        return np.asarray(formula.value, dtype=np.float64)
    if kind == "symbol":
        return np.asarray(point[formula.name], dtype=np.float64)
    values = []
    for operand in formula.operands:  # no comprehension: it would take a second frame a level
        values.append(_value(operand, point))
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
    rows, columns = left.shape[:-1], right.shape[1:]
    _check_size(int(np.prod(rows + columns)))
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
        _check_size(values[0].size * values[1].size)
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


def _check_size(entries: int) -> None:
    if entries > MAX_ENTRIES:
        raise FormulaError(
            f"公式的中间结果有 {entries} 个数，最多 {MAX_ENTRIES} 个。",
            f"A result on the way has {entries} entries; at most {MAX_ENTRIES} are allowed.",
        )


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


def equal_at_points(student: Formula, truth: Formula, points: Sequence[Point], rtol: float = 1e-7) -> bool:
    """Whether two formulas agree at every point: |a - b| <= rtol max|b| in each, b the truth.

    Shapes that do not fit and NaN are no agreement, infinite entries must be equal, and where there are
    no points nothing is shown to agree. A truth of zeros is met by zeros alone.
    """
    pairs = [(_or_none(student, point), _or_none(truth, point)) for point in points]
    return bool(pairs) and all(_agree(a, b, rtol) for a, b in pairs)


def scalar_multiple(
    student: Formula, truth: Formula, points: Sequence[Point], rtol: float = 1e-7
) -> float | None:
    """The k for which student = k truth at every point, the same at each; None where there is none.

    k is finite and neither 0 nor 1. A truth that is zero throughout, or not finite, at any point has no
    multiple that would mean anything: None.
    """
    factors = []
    for point in points:
        a, b = _or_none(student, point), _or_none(truth, point)
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


def _or_none(formula: Formula, point: Point) -> Array | None:
    try:
        return evaluate(formula, point)
    except FormulaError:
        return None


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
