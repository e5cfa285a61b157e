"""An exercise's page: one variant as a student meets it, in both languages; for teachers its solution too."""

import ast
import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from exercises.kit.base import Language
from exercises.kit.choice import Choice, SealedChoice
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.numeric import SealedNumeric
from exercises.kit.order import Order, SealedOrder
from exercises.kit.starter import starter
from exercises.kit.statement import shown
from grader.reports.labels import KINDS, part_word, points_text, stars
from grader.reports.markdown import sentence_html, statement_html
from grader.reports.pages import LANGUAGES, page


@dataclass(frozen=True)
class Solution:
    """A worked solution, its explanation apart from its code."""

    paragraphs: tuple[tuple[bool, str], ...]
    """Each with whether it is a formula, set off by indentation."""
    code: str


@dataclass(frozen=True)
class _Side:
    language: Language
    title: Markup
    kind: str
    stars: str
    max_score: str
    part_word: str
    parts: tuple[tuple[str, Markup, str], ...]
    statement: Markup
    starter: str
    hints: tuple[Markup, ...]
    answer: tuple[tuple[str, Markup], ...]
    """Letter and text of the right options, or of the items in order; name and value of numbers."""
    sample: Markup
    derivation: Markup
    misconceptions: tuple[tuple[str, Markup, Markup], ...]
    """Name, the option that it is (choice), and explanation."""


def exercise_page(
    exercise: Exercise,
    sealed: Sealed,
    language: Language = "zh",
    *,
    seed: int,
    solution: str | None = None,
) -> str:
    """Make a page of one variant of an exercise.

    Parameters
    ----------
    exercise : Exercise
    sealed : Sealed
        The variant.
    language : Language
        The language that is seen first.
    seed : int
        The variant's number, as the page tells it.
    solution : str, optional
        Source of the worked solution. With it the page shows the solution and every misconception with its
        explanation; without it, only what a student may see.

    Raises
    ------
    FormulaError
        Where a text holds a formula that cannot be set.
    """
    return page(
        "exercise.html",
        f"{exercise.id} · {exercise.statements[language].title}",
        language,
        [_side(exercise, sealed, side, told=solution is not None) for side in LANGUAGES],
        exercise=exercise,
        seed=seed,
        solution=None if solution is None else read_solution(solution),
    )


def read_solution(source: str) -> Solution:
    """Take a worked solution apart: its module docstring by paragraphs, and the code below it."""
    tree = ast.parse(source)
    explained = ast.get_docstring(tree)
    if explained is None:
        return Solution(paragraphs=(), code=source.strip("\n"))
    below = source.splitlines()[tree.body[0].end_lineno :]
    paragraphs = re.split(r"\n\s*\n", explained)
    return Solution(
        paragraphs=tuple(
            (True, _unindented(text)) if text.startswith(" ") else (False, " ".join(text.split()))
            for text in paragraphs
        ),
        code="\n".join(below).strip("\n"),
    )


def _unindented(text: str) -> str:
    lines = text.splitlines()
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[margin:] for line in lines)


def _side(exercise: Exercise, sealed: Sealed, language: Language, *, told: bool) -> _Side:
    texts = exercise.statements[language]
    statement = exercise.statement_of(sealed, language)
    return _Side(
        language=language,
        title=sentence_html(texts.title),
        kind=KINDS[exercise.kind].in_language(language),
        stars=stars(exercise.difficulty),
        max_score=points_text(exercise.max_score),
        part_word=part_word(exercise, language),
        parts=tuple(
            (name, sentence_html(texts.points[name]), points_text(points))
            for name, points in exercise.points.items()
            if name in texts.points
        ),
        statement=statement_html(statement),
        starter=starter(exercise, sealed, exercise.id, language, above=statement).strip("\n"),
        hints=tuple(map(sentence_html, texts.hints)),
        answer=_answer(exercise, sealed, language) if told else (),
        sample=statement_html(texts.sample) if told else Markup(),
        derivation=statement_html(texts.solution) if told else Markup(),
        misconceptions=tuple(
            (name, sentence_html(texts.options.get(name, "")), sentence_html(explanation))
            for name, explanation in texts.misconceptions.items()
        )
        if told
        else (),
    )


def _answer(exercise: Exercise, sealed: Sealed, language: Language) -> tuple[tuple[str, Markup], ...]:
    return tuple(
        (letter, escape(text) if isinstance(sealed, SealedNumeric) else sentence_html(text))
        for letter, text in right_answer(exercise, sealed, language)
    )


def right_answer(exercise: Exercise, sealed: Sealed, language: Language) -> tuple[tuple[str, str], ...]:
    """Letter and text of the right options, or of the items in order; name and value of numbers."""
    texts = exercise.statements[language]
    if isinstance(exercise, Choice) and isinstance(sealed, SealedChoice):
        return tuple(sorted((sealed.letter(name), texts.options[name]) for name in exercise.right))
    if isinstance(exercise, Order) and isinstance(sealed, SealedOrder):
        items = (name for name in exercise.items if name in sealed.shown)
        return tuple((sealed.letter(name), texts.items[name]) for name in items)
    if isinstance(sealed, SealedNumeric):
        return tuple((name, shown(value)) for name, value in sealed.truth.items())
    return ()
