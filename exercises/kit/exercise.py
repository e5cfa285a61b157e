"""What exercises of every kind have in common."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from pydantic import SkipValidation

from exercises.kit.base import Frozen, Language
from exercises.kit.seeds import Seeds

if TYPE_CHECKING:
    from exercises.kit.statement import Statement

Rng = np.random.Generator


class DeclarationError(Exception):
    """An exercise is declared in a way that cannot be; the sentence says what and how to mend it."""


class DrawingError(Exception):
    """No variant was found in which every misconception shows; the sentence names those that do not."""


class Misconception(Frozen):
    """A known-wrong implementation or answer. Its explanation stands in the statements."""

    name: str
    of: str | None
    """The function or step that it gets wrong; None where it replaces several."""
    replaces: SkipValidation[Mapping[str, Any]]
    """What stands in its place, by name: functions, step functions, or formulas."""
    same_as: str | None = None
    """The misconception of which this is another way to make the same mistake."""

    @property
    def told_as(self) -> str:
        """The name under which a student is told of it."""
        return self.same_as or self.name


class Waiver(Frozen):
    """A remark of the audit that does not speak against the exercise, and why not."""

    what: str
    """A mutant as the audit prints it, `before -> after`; a piece of the solution in which mutants are
    equivalent; or the name of a check, such as `ties`."""
    because: str


class Sealed(Frozen):
    """The trusted side of one variant: all that judging compares with. Each kind has its own."""

    exercise_id: str
    seeds: Seeds

    @cached_property
    def rendered(self) -> dict[Any, Any]:
        """What statements and reports have made of it once for a class, by keys of their own."""
        return {}


class Exercise:
    """A template for variants. `id`, and the folder of its statements, are set when it is discovered."""

    kind: ClassVar[str]

    def __init__(self, *, syllabus: str, difficulty: int) -> None:
        if difficulty not in (1, 2, 3):
            raise DeclarationError(f"difficulty is 1, 2 or 3, not {difficulty!r}")
        self.syllabus = tuple(syllabus.split())
        if not self.syllabus:
            raise DeclarationError("syllabus names at least one point, such as `losses.softmax_loss`")
        self.difficulty = difficulty
        self.misconceptions: dict[str, Misconception] = {}
        self.waivers: list[Waiver] = []
        self.id = ""
        self.path = Path()

    @property
    def topic(self) -> str:
        return self.id.partition("/")[0]

    @property
    def points(self) -> dict[str, float]:
        """Points by aspect (code) or by step."""
        raise NotImplementedError

    @property
    def max_score(self) -> float:
        return sum(self.points.values())

    def seal(self, seeds: Seeds) -> Sealed:
        """Draw a variant and compute everything that answers are compared with.

        Raises
        ------
        DrawingError
            Where no draw lets every misconception show.
        """
        raise NotImplementedError

    def statement_of(self, sealed: Sealed, language: Language) -> str:
        """A variant's statement as Markdown, without its title; rendered once, for a class shares it."""
        if language not in sealed.rendered:
            view = self.view_of(sealed, language)
            sealed.rendered[language] = self.statements[language].render(view)
        return str(sealed.rendered[language])

    def view_of(self, sealed: Any, language: Language) -> dict[str, Any]:
        """Names that the statement's template may use, computed by the reference."""
        raise NotImplementedError

    @cached_property
    def statements(self) -> "dict[Language, Statement]":
        from exercises.kit.statement import read_statement

        return {language: read_statement(self, language) for language in ("zh", "en")}

    def waive(self, *what: str, because: str) -> None:
        """Declare why remarks of the audit do not speak against this exercise.

        Parameters
        ----------
        *what : str
            Each a mutant as the audit prints it, without its line (`"x > 0 -> x >= 0"`); an expression or
            statement of the worked solution, for all equivalent mutants inside (`"x - x.max()"`); or the
            name of a check (`"ties"`). One that covers nothing is refused by the audit.
        because : str
            Why a right solution may differ there, or why the exercise is about just that.
        """
        if not what or len(because.split()) < 3:
            raise DeclarationError("waive(...) names what it is about, and says because=... in a few words")
        self.waivers += [Waiver(what=one, because=because) for one in what]

    def _add_misconception(self, misconception: Misconception) -> None:
        name = misconception.name
        if name in self.misconceptions:
            raise DeclarationError(f"misconception {name!r} is declared twice")
        if misconception.same_as is not None and misconception.same_as not in self.misconceptions:
            raise DeclarationError(
                f"{name!r} is the same as {misconception.same_as!r}, which is not declared before it"
            )
        self.misconceptions[name] = misconception
