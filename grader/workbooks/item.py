"""One question of a workbook, and the line by which a workbook says which variant it is of."""

import json
import re
from collections.abc import Iterable

from exercises.kit.base import Frozen, Language
from exercises.kit.catalogue import ROOT
from exercises.kit.exercise import Exercise, Sealed
from grader.submissions.model import Cell

_SEED = re.compile(r"^#\s*kaodian:\s*seed\s+(\d{1,19})\b", re.MULTILINE)
_ELSEWHERE = re.compile(r"^#\s*kaodian:\s*elsewhere\s(.{1,10000})$", re.MULTILINE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"')
_OWN = re.compile(r"^#\s*kaodian:\s*own numbers\b", re.MULTILINE)


class Item(Frozen):
    """A question: its id, its exercise and the variant that the student is given."""

    question: str
    exercise: Exercise
    sealed: Sealed
    points: float | None = None
    """What an assessment gives for it; None: what the exercise itself does."""

    @property
    def max_score(self) -> float:
        return self.exercise.max_score if self.points is None else self.points

    def statement(self, language: Language) -> str:
        """Title and statement as Markdown, drawings in it as data."""
        texts = self.exercise.statements[language]
        body = self.exercise.statement_of(self.sealed, language)
        unit = {"zh": "分", "en": " points"}[language]
        return f"## {self.question} · {texts.title} ({self.max_score:g}{unit})\n\n{body}\n"

    def starter(self, language: Language, *, above: str = "") -> str:
        from exercises.kit.starter import starter  # of all kinds; whoever checks one needs none of them

        return starter(self.exercise, self.sealed, self.question, language, above=above)


def variant_lines(seed: int | None, items: Iterable[Item]) -> str:
    """The comments by which `kaodian check` knows the variant again, and what of a workbook it cannot check.

    No seed: no number draws it. Questions under ids of their own, or of a course's own exercises, are only
    known where they come from.
    """
    lines = ["# kaodian: own numbers" if seed is None else f"# kaodian: seed {seed}"]
    elsewhere = [item.question for item in items if not _is_known_to_all(item)]
    if elsewhere:
        lines.append(f"# kaodian: elsewhere {' '.join(map(json.dumps, elsewhere))}")
    return "\n".join(lines)


def _is_known_to_all(item: Item) -> bool:
    return item.question == item.exercise.id and item.exercise.path.is_relative_to(ROOT)


def seed_in(cells: Iterable[Cell]) -> int | None:
    """The seed that a workbook names, None where it names none."""
    for cell in cells:
        match = _SEED.search(cell.source)
        if match:
            return int(match[1])
    return None


def elsewhere_in(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The questions that a workbook says only its assessment knows."""
    for cell in cells:
        match = _ELSEWHERE.search(cell.source)
        if match:
            return tuple(json.loads(f'"{one}"') for one in _QUOTED.findall(match[1]))
    return ()


def has_own_numbers(cells: Iterable[Cell]) -> bool:
    """Whether a workbook says that its numbers follow from no seed."""
    return any(_OWN.search(cell.source) for cell in cells)
