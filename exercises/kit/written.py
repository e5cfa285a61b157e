"""Written exercises: a short text, judged by a TA along a rubric, never guessed by the machine."""

from collections.abc import Mapping
from typing import Any

from exercises.kit.base import Language
from exercises.kit.exercise import DeclarationError, Exercise, Sealed
from exercises.kit.seeds import Seeds


class SealedWritten(Sealed):
    """A written exercise has one variant."""


class Written(Exercise):
    """A text of a few sentences.

    Parameters
    ----------
    rubric : dict of str to float
        Points by criterion; what a criterion asks for stands in the statements under `## points`, and an
        answer that meets them all under `## sample`. A TA sees both, a student the criteria alone.
    longest : int
        Characters that an answer may have.
    """

    kind = "written"

    def __init__(
        self, *, rubric: Mapping[str, float], syllabus: str, difficulty: int, longest: int = 2000
    ) -> None:
        super().__init__(syllabus=syllabus, difficulty=difficulty)
        self._points = {criterion: float(points) for criterion, points in rubric.items()}
        self.longest = longest
        if not self._points:
            raise DeclarationError("a rubric has at least one criterion")

    @property
    def points(self) -> dict[str, float]:
        return self._points

    def seal(self, seeds: Seeds) -> SealedWritten:
        return SealedWritten(exercise_id=self.id, seeds=seeds)

    def view_of(self, sealed: SealedWritten, language: Language) -> dict[str, Any]:
        return {"longest": self.longest}
