"""Drawing the cases of a code exercise, and sealing them with what is expected of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from pydantic import SkipValidation

from exercises.kit.base import Frozen, Text, Value
from exercises.kit.closeness import Close, as_array, is_numeric
from exercises.kit.exercise import DrawingError, Rng, Sealed
from exercises.kit.numbers_row import NumbersRow
from exercises.kit.program import Program
from exercises.kit.quiet import quiet
from exercises.kit.seeds import Seeds

if TYPE_CHECKING:
    from exercises.kit.code import Code

Outputs = dict[str, Value]
DRAWS = 60
"""Draws before the kit gives up on a variant in which every misconception shows; `draws` of an exercise."""


class Case:
    """One drawn case: named inputs, and `calls` where they differ from the exercise's."""

    def __init__(self, calls: str | Iterable[str] | None = None, **inputs: Value) -> None:
        self.calls = calls
        self.inputs = inputs


class Rejected(Exception):  # noqa: N818 - no error of ours: a view says it of an output
    """Raised by a view: this output cannot be judged, and why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)


class CaseGroup(Frozen):
    """Cases drawn by one function for the same aspects; all of a group pass, or it earns nothing."""

    name: str
    aspects: tuple[str, ...]
    hidden: int
    public: int
    draw: Callable[[Rng], Case]
    purpose: str
    """Its docstring: what it catches."""


class OutputsOnDemand(Mapping[str, Outputs | None]):
    """Outputs by name, each computed when it is first asked for: most are never needed."""

    def __init__(self, names: tuple[str, ...], compute: Callable[[str], Outputs | None]) -> None:
        self._order = names
        self._names = frozenset(names)
        self._compute = compute
        self._known: dict[str, Outputs | None] = {}

    def __getitem__(self, name: str) -> Outputs | None:
        if name not in self._known:
            if name not in self._names:
                raise KeyError(name)
            self._known[name] = self._compute(name)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type, tuple[dict[str, Outputs | None]]]:
        return dict, (dict(self),)


class SealedCase(Frozen):
    """A case with its expected outputs, after the view, and those of every misconception."""

    group: str
    aspects: tuple[str, ...]
    public: bool
    program: Program
    inputs: dict[str, Value]
    seed: int
    expected: Outputs
    misconceptions: SkipValidation[Mapping[str, Outputs | None]]
    """By name; None where the misconception raises an exception."""

    derived: ClassVar[frozenset[str]] = frozenset({"misconceptions"})
    """Fields that follow from the others and the exercise's source: a hash of both need not hold them."""

    @property
    def sent(self) -> dict[str, Value]:
        """The inputs that the student's code gets; what no call names is held back for the view."""
        return {name: self.inputs[name] for name in self.program.inputs}

    def right_outputs(self, exercise: "Code", outputs: Outputs | None) -> frozenset[str]:
        """The outputs that are right; whatever cannot be compared is not."""
        if outputs is None:
            return frozenset()
        known = self.known
        if known.row is None:
            known.row = NumbersRow(self.expected, {name: exercise.acceptance(name) for name in self.expected})
        at_once = known.row.shapes if known.row.accepts(outputs) else ()
        return frozenset(
            name for name in self.expected if name in at_once or passes(exercise, self, outputs, name)
        )

    def right_by(self, exercise: "Code", misconception: str) -> frozenset[str]:
        """The outputs that a misconception gets right here."""
        right = self.known.right_by
        if misconception not in right:
            right[misconception] = self.right_outputs(exercise, self.misconceptions.get(misconception))
        return right[misconception]

    @cached_property
    def known(self) -> "KnownOfCase":
        """What is found out once for a whole class."""
        return KnownOfCase()


class KnownOfCase:
    """What follows from a sealed case and its exercise, found when it is first needed."""

    def __init__(self) -> None:
        self.row: NumbersRow | None = None
        self.right_by: dict[str, frozenset[str]] = {}


class SealedCode(Sealed):
    """A code exercise's public and hidden cases."""

    cases: tuple[SealedCase, ...]

    @property
    def public(self) -> tuple[SealedCase, ...]:
        return tuple(case for case in self.cases if case.public)

    @property
    def hidden(self) -> tuple[SealedCase, ...]:
        return tuple(case for case in self.cases if not case.public)


def seal_code(exercise: "Code", seeds: Seeds) -> SealedCode:
    """Draw until every misconception fails two hidden cases and no two of them give the same results.

    Public cases depend on the public seed alone, so that a workbook made without the hidden seed has
    the very same ones.

    Raises
    ------
    DrawingError
    """
    public = _draw_public(exercise, seeds.public)
    complaint = ""
    for attempt in range(exercise.draws):
        hidden = _draw_cases(exercise, np.random.default_rng([seeds.hidden, attempt]), public=False)
        if not hidden:
            return SealedCode(exercise_id=exercise.id, seeds=seeds, cases=tuple(public))
        complaint = _degenerate(exercise, hidden) or _indistinct(exercise, hidden)
        if not complaint:
            return SealedCode(exercise_id=exercise.id, seeds=seeds, cases=(*public, *hidden))
    raise DrawingError(f"{exercise.id}: after {exercise.draws} draws of its hidden cases, {complaint}")


def fails(exercise: "Code", case: SealedCase, found: Outputs | None) -> bool:
    """Whether outputs (None: an exception) fall short in any output that the case checks."""
    return any(not passes(exercise, case, found, output) for output in exercise.checked_by(case.aspects))


def passes(exercise: "Code", case: SealedCase, found: Outputs | None, output: str) -> bool:
    """Whether one output of a case is right; one that cannot be compared is not."""
    if found is None or output not in found or output not in case.expected:
        return False
    try:
        return exercise.acceptance(output).accepts(case.expected[output], found[output])
    except Exception:  # outputs are of any type and shape
        return False


def tidy(value: Value) -> Value:
    """An input as students get it: contiguous float64 (float32 values) or int64 arrays, Python numbers."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        if value.dtype.kind == "f":
            return np.ascontiguousarray(value.astype(np.float32), dtype=np.float64) + 0.0  # never -0.0
        return np.ascontiguousarray(value, dtype=np.int64 if value.dtype.kind in "iu" else None)
    if isinstance(value, Mapping):
        return {tidy(key): tidy(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [tidy(entry) for entry in value]
    return value


def run_quietly(exercise: "Code", program: Program, namespace: Any, inputs: Any, seed: int) -> Outputs | None:
    """Outputs after the view; None where the code raises or the view rejects them."""
    with quiet():
        try:
            return exercise.viewed(inputs, program.run(namespace, inputs, seed))
        except Exception:  # a misconception may fail in any way: that it did is all that matters
            return None


def _draw_public(exercise: "Code", seed: int) -> list[SealedCase]:
    complaint = ""
    for attempt in range(exercise.draws):
        cases = _draw_cases(exercise, np.random.default_rng([seed, attempt]), public=True)
        complaint = _degenerate(exercise, cases)
        if not complaint:
            return cases
    raise DrawingError(f"{exercise.id}: after {exercise.draws} draws of its public cases, {complaint}")


def _draw_cases(exercise: "Code", rng: Rng, *, public: bool) -> list[SealedCase]:
    return [
        _seal_case(exercise, group, group.draw(rng), int(rng.integers(2**31)), public=public)
        for group in exercise.groups.values()
        for _ in range(group.public if public else group.hidden)
    ]


def _seal_case(exercise: "Code", group: CaseGroup, case: Case, seed: int, *, public: bool) -> SealedCase:
    program = exercise.case_program(case)
    inputs = {name: tidy(value) for name, value in case.inputs.items()}
    missing = [name for name in program.inputs if name not in inputs]
    if missing:
        raise DrawingError(f"{exercise.id}: {group.name} draws no {', '.join(missing)}")
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = exercise.viewed(inputs, program.run(exercise.namespace, inputs, seed))

    def outputs_of(name: str) -> Outputs | None:
        namespace = {**exercise.namespace, **exercise.misconceptions[name].replaces}
        return run_quietly(exercise, program, namespace, inputs, seed)

    return SealedCase(
        group=group.name,
        aspects=group.aspects,
        public=public,
        program=program,
        inputs=inputs,
        seed=seed,
        expected=expected,
        misconceptions=OutputsOnDemand(tuple(exercise.misconceptions), outputs_of),
    )


def _degenerate(exercise: "Code", cases: list[SealedCase]) -> str:
    """Why these cases are no good whatever the misconceptions; "" if they are."""
    for case in cases:
        for output in exercise.checked_by(case.aspects):
            if output not in case.expected:
                return f"the reference's outputs have no {output} ({case.group})"
            expected, rule = case.expected[output], exercise.acceptance(output)
            if not isinstance(rule, Close) or not is_numeric(expected):
                continue
            array = np.asarray(expected, dtype=float)
            if np.isnan(array).any():
                return f"the reference's {output} has NaN ({case.group})"
            largest = float(np.abs(array[np.isfinite(array)]).max(initial=0))
            if 0 < largest < 100 * rule.atol:
                return (
                    f"the reference's {output} is only {largest:.1e}, too near its tolerance ({case.group})"
                )
    return ""


def _indistinct(exercise: "Code", cases: list[SealedCase]) -> str:
    """Which misconception fails too few cases, or equals another in all; "" if none."""
    for name in exercise.misconceptions:
        failing = (case for case in cases if fails(exercise, case, case.misconceptions[name]))
        failed = len(list(islice(failing, 2)))
        if failed < 2:
            return f"misconception {name} fails {failed} of {len(cases)} cases; it must fail two"
    rough = {name: _magnitude(exercise, cases[0], name) for name in exercise.misconceptions}
    for one, other in combinations(exercise.misconceptions, 2):
        if _far_apart(rough[one], rough[other]):
            continue
        if all(_same_outputs(exercise, case, one, other) for case in cases):
            return f"misconceptions {one} and {other} give the same results in every case"
    return ""


def _magnitude(exercise: "Code", case: SealedCase, name: str) -> tuple[float, float] | None:
    """Sum of the first output's magnitudes, and by how much the sum of one that coincides can differ."""
    outputs = case.misconceptions[name]
    output = exercise.checked_by(case.aspects)[0]
    rule = exercise.acceptance(output)
    if outputs is None or not isinstance(rule, Close) or not is_numeric(outputs.get(output)):
        return None
    array = as_array(outputs[output])
    if array.dtype.kind not in "iuf":
        return None
    array = array.astype(float)
    with np.errstate(over="ignore"):
        return float(np.abs(array[np.isfinite(array)]).sum()), array.size * rule.bound(array)


def _far_apart(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    """Whether two results cannot coincide; comparing them entry by entry takes a hundred times as long."""
    if one is None or other is None:
        return False
    return abs(one[0] - other[0]) > 1.01 * max(one[1], other[1])


def _same_outputs(exercise: "Code", case: SealedCase, one: str, other: str) -> bool:
    a, b = case.misconceptions[one], case.misconceptions[other]
    if a is None or b is None:
        return a is b
    return all(
        output in a and output in b and exercise.acceptance(output).coincides(a[output], b[output])
        for output in exercise.checked_by(case.aspects)
    )
