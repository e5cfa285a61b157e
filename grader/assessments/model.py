"""What an assessment is: which exercises are asked, for how many points, and under which limits."""

from pathlib import Path
from typing import Literal

from exercises.kit.base import Frozen, Text
from grader.sandbox.job import Limits

Variants = Literal["fixed", "per-student"]


class Question(Frozen):
    """One place in an assessment."""

    id: str
    """Students key their answers by it; the exercise's id unless the assessment gives another."""
    exercise: str
    points: float
    """What full marks on the exercise are worth here; its score is scaled to this."""


class Assessment(Frozen):
    """A blueprint, as its TOML gives it."""

    title: Text
    variants: Variants
    seed: int
    """Public; the parameters, options and public cases of fixed variants come from it."""
    modules: tuple[str, ...]
    """What a student may import beside the standard library and NumPy."""
    limits: Limits
    questions: tuple[Question, ...]
    secret_file: Path
    """Absolute, or relative as the TOML's own path is."""

    @property
    def max_score(self) -> float:
        return sum(question.points for question in self.questions)
