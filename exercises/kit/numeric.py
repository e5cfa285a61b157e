"""Numeric exercises: one number, a small array, or a chain of steps on displayed parameters."""

import inspect
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any, TypeVar

import numpy as np

from exercises.kit.base import Frozen, Language, Value
from exercises.kit.closeness import Close, Exact
from exercises.kit.exercise import DeclarationError, DrawingError, Exercise, Misconception, Rng, Sealed
from exercises.kit.seeds import Seeds

P = TypeVar("P", bound=Callable[..., Any])
DRAWS = 200
ROUNDING = 5e-3
"""Default relative tolerance of a number that is no integer: three significant figures pass."""


class Step(Frozen):
    """One answer: a function of the parameters and of earlier steps."""

    name: str
    function: Callable[..., Any]
    points: float
    uses: tuple[str, ...]
    """Earlier steps that its parameters name."""
    ge: float | None = None
    le: float | None = None
    rtol: float | None = None
    unit: str = ""

    def value(self, params: Any, earlier: Mapping[str, Value]) -> Value:
        """The step's value, from the parameters and earlier steps (the true ones, or the student's)."""
        result = self.function(params, *(earlier[name] for name in self.uses))
        return plain_number(result)

    def acceptance(self, truth: Value) -> Close | Exact:
        """Integers are exact unless a tolerance is declared; other numbers may be rounded."""
        if self.rtol is None and np.asarray(truth).dtype.kind in "iu":
            return Exact()
        return Close(rtol=ROUNDING if self.rtol is None else self.rtol, atol=1e-9)


class SealedNumeric(Sealed):
    """A numeric exercise's parameters, its true answers, and the misconceptions' ones."""

    params: Any
    truth: dict[str, Value]
    misconceptions: dict[str, dict[str, Value]]
    """By name: the steps that it gets wrong, from true earlier steps."""


class Numeric(Exercise):
    """Numbers to compute by hand from drawn parameters.

    Parameters
    ----------
    draw : function of a generator
        Returns the parameters, a `Frozen` model.
    """

    kind = "numeric"

    def __init__(self, *, draw: Callable[[Rng], Frozen], syllabus: str, difficulty: int) -> None:
        super().__init__(syllabus=syllabus, difficulty=difficulty)
        self.draw = draw
        self.steps: dict[str, Step] = {}

    @property
    def points(self) -> dict[str, float]:
        return {name: step.points for name, step in self.steps.items()}

    def step(
        self,
        *,
        points: float,
        ge: float | None = None,
        le: float | None = None,
        rtol: float | None = None,
        unit: str = "",
    ) -> Callable[[P], P]:
        """Declare an answer; the function's parameters after the first name earlier steps."""

        def declare(function: P) -> P:
            name, uses = function.__name__, tuple(inspect.signature(function).parameters)[1:]
            unknown = [earlier for earlier in uses if earlier not in self.steps]
            if unknown:
                raise DeclarationError(f"step {name!r} uses {unknown}, which are no earlier steps")
            self.steps[name] = Step(
                name=name, function=function, points=points, uses=uses, ge=ge, le=le, rtol=rtol, unit=unit
            )
            return function

        return declare

    def misconception(
        self, function: Any = None, /, *, of: str | None = None, same_as: str | None = None
    ) -> Any:
        """Declare a known-wrong step function; on a class without `of`, one for each step it names."""
        if function is None:
            return lambda wrong: self.misconception(wrong, of=of, same_as=same_as)
        if isinstance(function, type) and of is None:
            replaces = {n: f for n, f in vars(function).items() if n in self.steps}
        else:
            of = of or (next(iter(self.steps)) if len(self.steps) == 1 else None)
            if of not in self.steps:
                raise DeclarationError(
                    f"{function.__name__} is of {of!r}, which is no step: {list(self.steps)}"
                )
            replaces = {of: function}
        wrong = Misconception(name=function.__name__, of=of, replaces=replaces, same_as=same_as)
        self._add_misconception(wrong)
        return function

    def wrong_value(self, misconception: str, step: str, params: Any, earlier: Mapping[str, Value]) -> Value:
        """What a misconception gives for a step."""
        function = self.misconceptions[misconception].replaces[step]
        names = tuple(inspect.signature(function).parameters)[1:]
        return plain_number(function(params, *(earlier[name] for name in names)))

    def seal(self, seeds: Seeds) -> SealedNumeric:
        complaint = ""
        for attempt in range(DRAWS):
            params = self.draw(np.random.default_rng([seeds.parameters, attempt]))
            sealed = self.seal_params(params, seeds)
            complaint = self._indistinct(sealed)
            if not complaint:
                return sealed
        raise DrawingError(f"{self.id}: after {DRAWS} draws, {complaint}")

    def seal_params(self, params: Any, seeds: Seeds) -> SealedNumeric:
        """Compute every answer, right and wrong, for given parameters."""
        truth: dict[str, Value] = {}
        for name, step in self.steps.items():
            truth[name] = step.value(params, truth)
        wrong = {
            name: {step: self.wrong_value(name, step, params, truth) for step in misconception.replaces}
            for name, misconception in self.misconceptions.items()
        }
        return SealedNumeric(
            exercise_id=self.id, seeds=seeds, params=params, truth=truth, misconceptions=wrong
        )

    def view_of(self, sealed: SealedNumeric, language: Language) -> dict[str, Any]:
        return {"p": sealed.params, "steps": self.steps}

    def _indistinct(self, sealed: SealedNumeric) -> str:
        for name, step in self.steps.items():
            values = np.asarray(sealed.truth[name], dtype=float)
            low, high = step.ge, step.le
            if not np.isfinite(values).all():
                return f"{name} is {sealed.truth[name]}"
            if (low is not None and values.min() < low) or (high is not None and values.max() > high):
                return f"{name} is {sealed.truth[name]}, outside of its range [{low}, {high}]"
        for name, wrong in sealed.misconceptions.items():
            if all(self._same(step, sealed.truth[step], value) for step, value in wrong.items()):
                return f"misconception {name} gives the right answer"
        for one, other in combinations(sealed.misconceptions, 2):
            a, b = sealed.misconceptions[one], sealed.misconceptions[other]
            if a.keys() == b.keys() and all(self._same(step, a[step], b[step]) for step in a):
                return f"misconceptions {one} and {other} give the same answer"
        return ""

    def _same(self, step: str, one: Value, other: Value) -> bool:
        """Equal, or so near that rounding could mix them up."""
        rule = self.steps[step].acceptance(one)
        if isinstance(rule, Close):
            rule = Close(rtol=3 * rule.rtol, atol=rule.atol)
        return rule.accepts(one, other)


def plain_number(value: Any) -> Value:
    """A number, or a list of numbers, as JSON holds it."""
    return np.asarray(value).tolist()
