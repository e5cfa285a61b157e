"""Whether variants are alike in difficulty, and whether none of them sits on a knife's edge."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
from pydantic import BaseModel

from exercises.kit.base import Frozen, Value
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode, passes
from exercises.kit.numeric import SealedNumeric
from grader.audit.answers import each_array, reference_outputs
from grader.audit.subject import Complaints, Subject

OUTLIER = 10
"""A variant whose size or answer is so many times the median's is another exercise."""
NUDGE = 1e-9
"""Relative; far above the rounding of float64, far below every tolerance."""


class Spread(Frozen):
    """Of one size or answer over all variants."""

    least: float
    median: float
    most: float

    @property
    def outlying(self) -> bool:
        return self.median > 0 and self.most > OUTLIER * self.median


def knife_edges(subject: Subject) -> Complaints:
    """Inputs moved by a billionth give the same outputs: no ties in a maximum, no kink that is hit exactly.

    Where they don't, two right solutions may differ. Zeros are moved where a quantity has both signs; in
    probabilities, counts and masks they are meant.
    """
    exercise = subject.exercise
    if not isinstance(exercise, Code):
        return
    rng = np.random.default_rng(0)
    for number, sealed in enumerate(subject.variants(subject.counts.drawing)):
        for case in sealed.cases:
            for _ in range(2):
                nudged = {
                    name: each_array(value, lambda a: _nudged(a, rng)) for name, value in case.sent.items()
                }
                outputs = reference_outputs(exercise, case, nudged)
                jumps = [
                    output
                    for output in exercise.checked_by(case.aspects)
                    if not passes(exercise, case, outputs, output)
                ]
                if jumps:
                    yield (
                        f"{', '.join(jumps)} of {case.group} jumps when inputs move by {NUDGE:g} "
                        f"(variant {number}): a tie, or a kink that is hit exactly"
                    )
                    return


def constant_answers(subject: Subject) -> Complaints:
    """No answer is the same in every variant, unless something else must be right too."""
    exercise = subject.exercise
    variants = list(subject.variants(subject.counts.drawing))
    if len(variants) < 2:
        return
    answers: dict[str, list[Value]] = defaultdict(list)
    for sealed in variants:
        if isinstance(sealed, SealedNumeric):
            for step, value in sealed.truth.items():
                answers[step].append(value)
        elif isinstance(exercise, Code) and isinstance(sealed, SealedCode):
            free = [aspect for aspect in exercise.points if aspect not in exercise.needs]
            for case in sealed.hidden:
                for aspect in set(free) & set(case.aspects):
                    outputs = [case.expected[name] for name in exercise.checks[aspect]]
                    answers[f"{aspect} of {case.group}"].append(outputs)
    for name, values in answers.items():
        if len({repr(value) for value in values}) == 1:
            yield f"{name} is the same in every variant: {values[0]}"


def spread_of(subject: Subject) -> dict[str, Spread]:
    """Sizes of inputs and magnitudes of answers over all variants, by name."""
    found: dict[str, list[float]] = defaultdict(list)
    for sealed in subject.variants(subject.counts.solution):
        largest: dict[str, float] = {}
        for name, value in _magnitudes(sealed):
            largest[name] = max(value, largest.get(name, 0.0))
        for name, value in largest.items():
            found[name].append(value)
    return {
        name: Spread(least=min(values), median=float(np.median(values)), most=max(values))
        for name, values in found.items()
    }


def outliers(spread: dict[str, Spread]) -> Complaints:
    """Variants are of about one difficulty."""
    for name, one in spread.items():
        if one.outlying and not name.startswith("output "):
            yield f"{name} is {one.most:g} in one variant and {one.median:g} in most: {OUTLIER} times at most"


def _magnitudes(sealed: Any) -> Iterator[tuple[str, float]]:
    if isinstance(sealed, SealedNumeric):
        yield from ((f"parameter {name}", size) for name, size in _numbers(sealed.params))
        for step, value in sealed.truth.items():
            yield f"answer {step}", _largest(value)
    elif isinstance(sealed, SealedCode):
        for case in sealed.cases:
            for name, value in case.inputs.items():
                yield f"size {case.group}.{name}", float(_size(value))
            for name, value in case.expected.items():
                yield f"output {case.group}.{name}", _largest(value)


def _numbers(value: Any, name: str = "") -> Iterator[tuple[str, float]]:
    """Every number of a parameters model, by its path; those of a list under one name."""
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _numbers(getattr(value, field), f"{name}.{field}" if name else field)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _numbers(entry, f"{name}.{key}")
    elif isinstance(value, (list, tuple, np.ndarray)):
        for entry in value:
            yield from _numbers(entry, name)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield name, abs(float(value))


def _largest(value: Value) -> float:
    """The largest finite magnitude in a value; 0 where there are no numbers."""
    if isinstance(value, dict):
        return max(map(_largest, value.values()), default=0.0)
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return 0.0
    return float(np.abs(array[np.isfinite(array)]).max(initial=0))


def _size(value: Value) -> int:
    """How much there is of an input: entries of an array, of a list or of a text; an integer itself."""
    if isinstance(value, np.ndarray):
        return value.size
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    if isinstance(value, (list, tuple)):
        return sum(map(_size, value)) if value and not isinstance(value[0], (int, float)) else len(value)
    if isinstance(value, str):
        return len(value)
    return abs(value) if isinstance(value, int) else 1


def _nudged(array: np.ndarray, rng: np.random.Generator) -> Value:
    if array.ndim == 0 and float(array).is_integer():  # a size or a stride that came as a float
        return float(array)
    signs = rng.choice([-1.0, 1.0], size=array.shape)
    moved = array * (1 + NUDGE * signs)
    if (array < 0).any() and (array > 0).any():
        moved = np.where(array == 0, NUDGE * signs, moved)
    return moved if array.ndim else float(moved)
