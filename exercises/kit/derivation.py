"""Derivation exercises: formulas in named symbols, step by step."""

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any, TypeVar

import numpy as np

from exercises.kit.base import Language, Value
from exercises.kit.exercise import DeclarationError, DrawingError, Exercise, Misconception, Rng, Sealed
from exercises.kit.formula import Formula, equal_at_points, evaluate, parse
from exercises.kit.seeds import Seeds

POINTS = 6
"""Random consistent points at which two formulas must agree to count as equal."""
Point = dict[str, Any]
G = TypeVar("G", bound=Callable[[Rng], Point])


class SealedDerivation(Sealed):
    """Random points, each with the true value of every step."""

    at: tuple[dict[str, Value], ...]


class Derivation(Exercise):
    """Formulas in named symbols; later steps may use earlier steps' names.

    Parameters
    ----------
    symbols : dict of str to str
        Shape by symbol, such as `"(H,)"`.
    steps : dict of str to (points, formula)
        In order.
    """

    kind = "derivation"

    def __init__(
        self,
        *,
        symbols: Mapping[str, str],
        steps: Mapping[str, tuple[float, str]],
        syllabus: str,
        difficulty: int,
    ) -> None:
        super().__init__(syllabus=syllabus, difficulty=difficulty)
        self.symbols = dict(symbols)
        self._points = {name: float(points) for name, (points, _) in steps.items()}
        self.formulas: dict[str, Formula] = {}
        self.texts = {name: text for name, (_, text) in steps.items()}
        for name, (_, text) in steps.items():
            self.formulas[name] = parse(text, self.names_before(name))
        self._draw_point: Callable[[Rng], Point] | None = None

    @property
    def points(self) -> dict[str, float]:
        return self._points

    def names_before(self, step: str) -> tuple[str, ...]:
        """Symbols, and the steps that stand before this one: what its formula may use."""
        steps = list(self._points)
        return (*self.symbols, *steps[: steps.index(step)])

    def point(self, function: G) -> G:
        """Declare how a random consistent point is drawn: dependent symbols are computed from the others."""
        self._draw_point = function
        return function

    def misconception(self, *, of: str, same_as: str | None = None, **formulas: str) -> None:
        """Declare known-wrong formulas of a step."""
        if of not in self._points:
            raise DeclarationError(f"misconceptions {list(formulas)} are of {of!r}, which is no step")
        for name, text in formulas.items():
            wrong = parse(text, self.names_before(of))
            self._add_misconception(Misconception(name=name, of=of, replaces={of: wrong}, same_as=same_as))

    def complete(self, point: Point, formulas: Mapping[str, Formula] | None = None) -> Point:
        """The point with the value of every step added, from the true formulas or from others."""
        whole = dict(point)
        for name in self._points:
            whole[name] = evaluate((formulas or self.formulas)[name], whole)
        return whole

    def seal(self, seeds: Seeds) -> SealedDerivation:
        if self._draw_point is None:
            raise DeclarationError(f"{self.id}: no `@exercise.point` says how a consistent point is drawn")
        rng = np.random.default_rng(seeds.hidden)
        points = tuple(self.complete(self._draw_point(rng)) for _ in range(POINTS))
        complaint = self._indistinct(points)
        if complaint:
            raise DrawingError(f"{self.id}: {complaint}")
        return SealedDerivation(exercise_id=self.id, seeds=seeds, at=points)

    def view_of(self, sealed: SealedDerivation, language: Language) -> dict[str, Any]:
        return {"symbols": self.symbols, "steps": list(self._points)}

    def _indistinct(self, points: tuple[Point, ...]) -> str:
        wrong = [
            (name, step, formula)
            for name, m in self.misconceptions.items()
            for step, formula in m.replaces.items()
        ]
        for name, step, formula in wrong:
            if equal_at_points(formula, self.formulas[step], points):
                return f"misconception {name} equals the right formula of {step}"
        for (one, step, a), (other, other_step, b) in combinations(wrong, 2):
            if step == other_step and equal_at_points(a, b, points):
                return f"misconceptions {one} and {other} of {step} are the same formula"
        return ""
