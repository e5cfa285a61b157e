"""Which exercises examine each point of the syllabus, and whether every point is examined enough."""

from collections.abc import Iterable

from exercises.kit.base import Frozen, Text
from exercises.kit.exercise import Exercise
from exercises.kit.syllabus import SyllabusPoint, load_syllabus

BOXED_KINDS = 2
"""Points that the notes single out are examined in so many kinds of exercise."""


class Covered(Frozen):
    """A point of the syllabus with its exercises, ids by kind."""

    point: SyllabusPoint
    exercises: dict[str, tuple[str, ...]]

    @property
    def lacks(self) -> Text | None:
        """What is missing; None where the point is examined enough."""
        if not self.exercises:
            return Text(zh="没有练习", en="no exercise")
        if self.point.boxed and len(self.exercises) < BOXED_KINDS:
            return Text(zh=f"至少要有 {BOXED_KINDS} 种题型", en=f"{BOXED_KINDS} kinds at least")
        return None


def coverage(
    exercises: Iterable[Exercise], syllabus: Iterable[SyllabusPoint] | None = None
) -> tuple[Covered, ...]:
    """Every point of the syllabus, in its order, with the exercises that name it."""
    found: dict[str, dict[str, list[str]]] = {}
    for exercise in exercises:
        for point in exercise.syllabus:
            found.setdefault(point, {}).setdefault(exercise.kind, []).append(exercise.id)
    return tuple(
        Covered(
            point=point,
            exercises={kind: tuple(ids) for kind, ids in sorted(found.get(point.id, {}).items())},
        )
        for point in (load_syllabus() if syllabus is None else syllabus)
    )
