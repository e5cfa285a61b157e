"""What an audit looks at: an exercise, its variants, its worked solution, and what runs code for it."""

import copy
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from exercises.kit.base import Frozen
from exercises.kit.catalogue import solution_path
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from exercises.kit.seeds import Seeds
from grader.sandbox.job import Runner
from grader.sandbox.readable import Profile

Complaints = Iterator[str]
RunnerOf = Callable[[Profile], Runner]


class Counts(Frozen):
    """On how many variants each check looks."""

    solution: int = 200
    """Also of those whose sizes and magnitudes are compared."""
    whole: int = 40
    """Drawn as students get them. The others are drawn without misconceptions, which costs a tenth: their
    cases are the first that come, whether or not every misconception shows in them."""
    misconceptions: int = 12
    trivial: int = 12
    float32: int = 4
    drawing: int = 12
    texts: int = 4
    alternatives: int = 3
    mutants: int = 6

    def at_most(self, variants: int) -> "Counts":
        """None more than `variants`."""
        return Counts(**{name: min(count, variants) for name, count in self.model_dump().items()})


TRAINING = Counts(
    solution=10,
    whole=2,
    misconceptions=2,
    trivial=2,
    float32=1,
    drawing=0,
    texts=2,
    alternatives=1,
    mutants=0,
)
"""A training exercise takes seconds where another takes milliseconds. Its bounds cannot tell a slip that
hardly harms what is learnt, so mutants prove nothing about it."""


TORCH = Counts(
    solution=50,
    whole=8,
    misconceptions=4,
    trivial=4,
    float32=2,
    drawing=4,
    texts=2,
    alternatives=2,
    mutants=3,
)
"""A case of torch's takes ten times as long as one of NumPy's."""


def counts_for(exercise: Exercise, variants: int, *, thorough: bool = False) -> Counts:
    """The counts for an exercise, none above `variants`; thorough: all of these as students get them."""
    usual = TRAINING if exercise.kind == "training" else TORCH if uses_torch(exercise) else Counts()
    counts = usual.at_most(variants)
    return counts.model_copy(update={"whole": variants}) if thorough else counts


def uses_torch(exercise: Exercise) -> bool:
    """Whether solutions may import torch."""
    return getattr(exercise, "framework", "numpy") == "torch"


def alternative_paths(exercise: Exercise) -> tuple[Path, ...]:
    """Other right solutions, written by hand: solutions/<topic>/alternatives/<name>/<how>.py."""
    path = solution_path(exercise)
    return tuple(sorted((path.parent / "alternatives" / path.stem).glob("*.py")))


class Subject:
    """An exercise under audit; its variants are drawn once, as far as they are asked for."""

    def __init__(self, exercise: Exercise, counts: Counts, runner_of: RunnerOf) -> None:
        self.exercise, self.counts, self.runner_of = exercise, counts, runner_of
        self._drawn: list[Any] = []

    def variants(self, count: int) -> Iterator[Any]:
        """The first `count` variants."""
        for number in range(count):
            if number == len(self._drawn):
                exercise = self.exercise if number < self.counts.whole else self._bare
                self._drawn.append(exercise.seal(Seeds.from_number(number, self.exercise.id)))
            yield self._drawn[number]

    @cached_property
    def _bare(self) -> Exercise:
        """The exercise without misconceptions, where these are what makes drawing slow."""
        if not isinstance(self.exercise, Code):
            return self.exercise
        bare = copy.copy(self.exercise)
        bare.misconceptions = {}
        return bare

    def first(self) -> Any:
        """The first variant."""
        return next(islice(self.variants(1), 1))

    @cached_property
    def solution(self) -> str:
        """Source of the worked solution."""
        return solution_path(self.exercise).read_text(encoding="utf-8")

    @property
    def runner(self) -> Runner:
        """What runs code of the exercise's framework."""
        return self.runner_of("numpy+torch" if uses_torch(self.exercise) else "numpy")

    @property
    def complete(self) -> bool:
        """Whether as many variants are looked at as a whole audit looks at."""
        usual = counts_for(self.exercise, Counts().solution)
        return all(getattr(self.counts, name) >= count for name, count in usual.model_dump().items())

    def waives(self, check: str) -> bool:
        """Whether the exercise says that this check's remarks do not speak against it."""
        return any(waiver.what == check for waiver in self.exercise.waivers)
