"""Simple relations between a wrong array and the right one: a factor, a sign, a transposition."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from exercises.kit.base import Value
from exercises.kit.closeness import Close
from grader.judging.result import Relation

LOG_BASES = (1 / np.log(2), np.log(2), 1 / np.log(10), np.log(10))
"""A logarithm to base 2 or 10 for the natural one, and the other way round."""


@dataclass(frozen=True)
class Pair:
    """Expected and found values of one output in one case: finite, of one shape; and the case's inputs."""

    expected: np.ndarray
    found: np.ndarray
    inputs: Mapping[str, Value]
    rule: Close

    def close(self, candidate: np.ndarray) -> bool:
        """Whether the found values are these."""
        return candidate.shape == self.found.shape and self.rule.accepts(candidate, self.found)


@dataclass(frozen=True)
class Related:
    relation: Relation
    factor: float | None = None
    factor_name: str = ""


def relation_of(pairs: Sequence[Pair], all_inputs: Sequence[Mapping[str, Value]]) -> Related | None:
    """The first relation that holds in every pair.

    Parameters
    ----------
    pairs : list of Pair
        The wrong results of one output.
    all_inputs : list of dict
        The inputs of every case: two sizes that differ in one of them are two sizes.
    """
    told = [pair for pair in pairs if pair.expected.any()]  # whatever multiplies zeros, they stay zeros
    if not told or len(told) < len(pairs):
        return _offset(pairs)
    if not any(pair.found.any() for pair in told):
        return Related("zeros")
    tests: tuple[tuple[Relation, Callable[[np.ndarray], Iterator[np.ndarray]]], ...] = (
        ("sign", _negated),
        ("transposed", _transposed),
        ("reversed", _reversed),
        ("permuted", _permuted),
    )
    for relation, candidates in tests:
        if relation == "transposed":
            by_factor = _factor(told, all_inputs)
            if by_factor is not None:
                return by_factor
        if _holds(told, candidates):
            return Related(relation, factor=-1 if relation == "sign" else None)
    return _offset(pairs)


def _holds(pairs: Sequence[Pair], candidates: Callable[[np.ndarray], Iterator[np.ndarray]]) -> bool:
    """Whether one and the same change turns expected into found in every pair; a few must show it."""
    if candidates is _permuted:
        return all(p.found.size > 2 and p.close(_by_rank(p.expected, p.found)) for p in pairs)
    fits: set[int] | None = None
    for pair in pairs:
        here = {place for place, changed in enumerate(candidates(pair.expected)) if pair.close(changed)}
        fits = here if fits is None else fits & here
    return bool(fits)


def _negated(array: np.ndarray) -> Iterator[np.ndarray]:
    yield -array


def _transposed(array: np.ndarray) -> Iterator[np.ndarray]:
    if array.ndim >= 2:
        yield array.T
        yield array.swapaxes(-1, -2)


def _reversed(array: np.ndarray) -> Iterator[np.ndarray]:
    for axis in range(array.ndim):
        yield np.flip(array, axis)
    yield np.flip(array)


def _permuted(array: np.ndarray) -> Iterator[np.ndarray]:
    yield array


def _by_rank(expected: np.ndarray, found: np.ndarray) -> np.ndarray:
    """The expected values in the order in which the found ones grow."""
    arranged = np.empty(expected.size)
    arranged[np.argsort(found, axis=None, kind="stable")] = np.sort(expected, axis=None)
    return arranged.reshape(expected.shape)


def _factor(pairs: Sequence[Pair], all_inputs: Sequence[Mapping[str, Value]]) -> Related | None:
    factors = []
    for pair in pairs:
        factor = float((pair.expected * pair.found).sum() / (pair.expected**2).sum())
        if not np.isfinite(factor) or factor == 0 or not pair.close(factor * pair.expected):
            return None
        factors.append(factor)
    same = all(_alike(factor, factors[0]) for factor in factors)
    if same:
        for base in LOG_BASES:
            if _alike(factors[0], base):
                return Related("log base", float(base))
    name, is_length = _named(factors, pairs, all_inputs)
    if name:
        multiplied = is_length and not name.startswith("1/")
        return Related("sum not mean" if multiplied else "factor", factors[0] if same else None, name)
    tellable = len(pairs) > 1 or pairs[0].expected.size > 1 or factors[0] in (0.5, 2.0)
    return Related("factor", factors[0]) if same and tellable else None


def _named(
    factors: Sequence[float], pairs: Sequence[Pair], all_inputs: Sequence[Mapping[str, Value]]
) -> tuple[str, bool]:
    """The size or number of the inputs that the factor equals in every case, and whether it is a length.

    Where two that differ in some case both fit, or a plain 2 or 1/2 fits as well, none is named.
    """
    fits: dict[tuple[float, ...], tuple[str, bool]] = {}
    sizes = [_sizes(pair.inputs) for pair in pairs]
    everywhere = [_sizes(inputs) for inputs in all_inputs]
    for name, (_, is_length) in sizes[0].items():
        if any(name not in other for other in sizes):
            continue
        values = [other[name][0] for other in sizes]
        if any(value in (0, 1) for value in values):
            continue
        for text, wanted in ((name, values), (f"1/{name}", [1 / value for value in values])):
            if all(_alike(f, w) for f, w in zip(factors, wanted, strict=True)):
                key = tuple(other[name][0] if name in other else np.inf for other in everywhere)
                fits.setdefault(key, (text, is_length))
    plain = all(any(_alike(f, constant) for constant in (2.0, 0.5)) for f in factors)
    if len(fits) != 1 or plain:
        return "", False
    return next(iter(fits.values()))


def _sizes(inputs: Mapping[str, Value], prefix: str = "") -> dict[str, tuple[float, bool]]:
    """Lengths of axes, and numbers, among the inputs: value, and whether it is a length."""
    sizes: dict[str, tuple[float, bool]] = {}
    for name, value in inputs.items():
        name = f"{prefix}{name}"
        if isinstance(value, np.ndarray):
            lengths = {f"{name}.shape[{axis}]": n for axis, n in enumerate(value.shape)}
            sizes.update({text: (float(n), True) for text, n in lengths.items()})
            if value.ndim > 1:
                sizes[f"{name}.size"] = (float(value.size), True)
        elif isinstance(value, list):
            sizes[f"len({name})"] = (float(len(value)), True)
        elif isinstance(value, dict):
            sizes.update(_sizes({str(key): entry for key, entry in value.items()}, f"{name}."))
        elif isinstance(value, (int, float)) and not isinstance(value, bool) and np.isfinite(value):
            sizes[name] = (float(value), False)
    return sizes


def _offset(pairs: Sequence[Pair]) -> Related | None:
    """The same constant added in every pair; told only where it is no coincidence of one number."""
    if not pairs or (len(pairs) == 1 and pairs[0].expected.size == 1):
        return None
    offset = float((pairs[0].found - pairs[0].expected).mean())
    if offset == 0 or not all(pair.close(pair.expected + offset) for pair in pairs):
        return None
    if not any(pair.expected.any() for pair in pairs):
        return None
    return Related("constant offset", offset)


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= 2e-4 * max(abs(other), 1e-12)
