"""Choice exercises: one or several right options; the wrong ones are misconceptions."""

from typing import Any

import numpy as np

from exercises.kit.base import Language
from exercises.kit.exercise import DeclarationError, Exercise, Misconception, Sealed
from exercises.kit.seeds import Seeds

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class SealedChoice(Sealed):
    """The options in the order of this variant; the first is a, the second b, ..."""

    order: tuple[str, ...]

    def letter(self, option: str) -> str:
        return LETTERS[self.order.index(option)]


class Choice(Exercise):
    """Options, of which `right` are right.

    Parameters
    ----------
    right, wrong : str
        Names of options, separated by spaces; their texts stand in the statements under `## options`,
        and why a wrong one is wrong under `## misconceptions`.
    points : float
    """

    kind = "choice"

    def __init__(self, *, right: str, wrong: str, points: float, syllabus: str, difficulty: int) -> None:
        super().__init__(syllabus=syllabus, difficulty=difficulty)
        self.right = tuple(right.split())
        self.wrong = tuple(wrong.split())
        self._points = float(points)
        if not self.right or len(set(self.right + self.wrong)) != len(self.right) + len(self.wrong):
            raise DeclarationError("name at least one right option, and each option once")
        if len(self.options) > len(LETTERS):
            raise DeclarationError(f"at most {len(LETTERS)} options, not {len(self.options)}")
        for name in self.wrong:
            self._add_misconception(Misconception(name=name, of=None, replaces={}))

    @property
    def options(self) -> tuple[str, ...]:
        return self.right + self.wrong

    @property
    def points(self) -> dict[str, float]:
        return {"choice": self._points}

    def seal(self, seeds: Seeds) -> SealedChoice:
        order = np.random.default_rng(seeds.options).permutation(np.array(self.options))
        return SealedChoice(exercise_id=self.id, seeds=seeds, order=tuple(str(name) for name in order))

    def view_of(self, sealed: SealedChoice, language: Language) -> dict[str, Any]:
        texts = self.statements[language].options
        return {"options": [(sealed.letter(name), texts[name]) for name in sealed.order]}
