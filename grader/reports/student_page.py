"""A student's report: one HTML file in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exercises.kit.base import Language, Text
from exercises.kit.exercise import Exercise, Sealed
from grader.batch.result import SubmissionResult
from grader.judging.result import Example, Mark, PartScore, QuestionResult, Verdict
from grader.reports.answers_words import answers_markdown
from grader.reports.labels import STATUSES, UNDECIDED, got_text, part_word, points_text, tone, verdict_text
from grader.reports.loading_words import loading_markdown
from grader.reports.markdown import sentence_html, statement_html, told_html
from grader.reports.pages import LANGUAGES, page, part_of_page, percent_of
from grader.reports.told import told_findings
from grader.reports.wording import finding_markdown


@dataclass(frozen=True)
class _Part:
    name: str
    purpose: Markup
    verdict: str
    tone: str
    score: str
    max_score: str


@dataclass(frozen=True)
class _Told:
    told: Markup
    example: Example | None


@dataclass(frozen=True)
class _Question:
    id: str
    anchor: str
    title: Markup
    verdict: str
    tone: str
    score: str
    max_score: str
    percent: float
    part_word: str
    parts: tuple[_Part, ...]
    findings: tuple[_Told, ...]
    statement: Markup | None
    hints: tuple[Markup, ...]
    written: str
    mark: str
    replaced: str
    """What the grader gave, where a mark replaces it; "" where there is no mark, or nothing else to show."""


@dataclass(frozen=True)
class _Row:
    """A question in the table on top, and its part of the page."""

    question: _Question
    section: Markup


@dataclass(frozen=True)
class _Side:
    language: Language
    title: str
    status: str
    problem: str
    notes: tuple[str, ...]
    not_judged: tuple[Markup, ...]
    """Answers under ids that no question has."""
    cells: tuple[Markup, ...]
    score: str
    max_score: str
    pending: str
    """Points that a TA has still to give; "" where there are none."""
    percent: float
    tone: str
    rows: tuple[_Row, ...]


def student_page(
    result: SubmissionResult,
    exercises: Mapping[str, Exercise],
    sealed: Mapping[str, Sealed],
    title: Text,
    language: Language = "zh",
) -> str:
    """Make a student's page: scores, findings, statements and hints, and nothing of hidden cases.

    Parameters
    ----------
    result : SubmissionResult
    exercises : mapping of exercise id to Exercise
    sealed : mapping of question id to Sealed
        The student's variants; a question without one shows no statement.
    title : Text
        Of the assessment.
    language : Language
        The language that is seen first.

    Raises
    ------
    FormulaError
        Where a statement holds a formula that cannot be set.
    """
    return page(
        "student.html",
        f"{result.student} · {title.in_language(language)}",
        language,
        [_side(result, exercises, sealed, title, side) for side in LANGUAGES],
        result=result,
    )


def _side(
    result: SubmissionResult,
    exercises: Mapping[str, Exercise],
    sealed: Mapping[str, Sealed],
    title: Text,
    language: Language,
) -> _Side:
    faults = [cell.fault for cell in result.cells if cell.fault is not None]
    full = bool(result.max_score) and result.score >= result.max_score
    return _Side(
        language=language,
        title=title.in_language(language),
        status="" if result.status == "graded" else STATUSES[result.status].in_language(language),
        problem=result.problem.in_language(language) if result.problem else "",
        notes=tuple(note.in_language(language) for note in result.notes),
        not_judged=tuple(
            map(
                told_html,
                answers_markdown(result.unknown_answers, result.answers_fault, result.cells, language),
            )
        ),
        cells=tuple(told_html(loading_markdown(fault, language)) for fault in faults),
        score=points_text(result.score) if result.judged else UNDECIDED,
        max_score=points_text(result.judged or result.max_score),
        pending=points_text(result.pending) if result.pending else "",
        percent=percent_of(result.score, result.judged),
        tone="good" if full else "part",
        rows=tuple(
            _row(
                number,
                question,
                exercises[question.exercise],
                sealed.get(question.question),
                language,
                stopped=bool(faults),
            )
            for number, question in enumerate(result.questions, start=1)
        ),
    )


def _row(
    number: int,
    result: QuestionResult,
    exercise: Exercise,
    sealed: Sealed | None,
    language: Language,
    *,
    stopped: bool,
) -> _Row:
    """Made once for all who have the question right: most of a page is alike for most students."""
    kept: dict[Any, Any] = {}
    if sealed is not None and result.verdict is Verdict.CORRECT and not (result.findings or result.mark):
        kept = sealed.rendered
    key = (
        *("student page", language, number, result.question, stopped),
        *(result.score, result.max_score, result.parts, result.written),
    )
    if key not in kept:
        question = _question(number, result, exercise, sealed, language, stopped=stopped)
        section = part_of_page("question.html", question=question, number=number, language=language)
        kept[key] = _Row(question, section)
    row: _Row = kept[key]
    return row


def _question(
    number: int,
    result: QuestionResult,
    exercise: Exercise,
    sealed: Sealed | None,
    language: Language,
    *,
    stopped: bool,
) -> _Question:
    statement = exercise.statements[language]
    return _Question(
        id=result.question,
        anchor=f"{language}-{number}",
        title=sentence_html(statement.title),
        verdict=verdict_text(result.verdict, language, stopped=stopped),
        tone=tone(result.verdict),
        score=got_text(result.score, result.verdict),
        max_score=points_text(result.max_score),
        percent=percent_of(result.score, result.max_score),
        part_word=part_word(exercise, language),
        parts=tuple(_part(part, statement.points, language, stopped=stopped) for part in result.parts),
        findings=tuple(
            _Told(
                told=told_html(
                    finding_markdown(finding, exercise, language, stopped=stopped, advised=advised)
                ),
                example=finding.example,
            )
            for finding, advised in told_findings(result)
        ),
        statement=statement_html(exercise.statement_of(sealed, language)) if sealed else None,
        hints=() if result.verdict is Verdict.CORRECT else tuple(map(sentence_html, statement.hints)),
        written=result.written,
        mark=mark_text(result.mark, result.max_score, language) if result.mark else "",
        replaced=points_text(sum(part.score for part in result.parts))
        if result.mark and result.parts
        else "",
    )


def mark_text(mark: Mark, max_score: float, language: Language) -> str:
    """Who gave a mark, and why; and where it was given out of other points than the question gives now."""
    points, most = points_text(mark.points), points_text(max_score)
    by = mark.by
    told = Text(
        zh=f"助教 {by} 给了 {points} 分" if by else f"助教给了 {points} 分",
        en=f"Marked by {by or 'a TA'}: {points}",
    ).in_language(language)
    if not mark.is_of(max_score):
        now = Text(zh=f"（本题满分现为 {most}）", en=f" (the question gives {most} now)")
        told += now.in_language(language)
    return f"{told}{'：' if language == 'zh' else '. '}{mark.reason}" if mark.reason else told


def _part(part: PartScore, purposes: Mapping[str, str], language: Language, *, stopped: bool) -> _Part:
    return _Part(
        name=part.name,
        purpose=sentence_html(purposes.get(part.name, "")),
        verdict=verdict_text(part.verdict, language, stopped=stopped),
        tone=tone(part.verdict),
        score=got_text(part.score, part.verdict),
        max_score=points_text(part.max_score),
    )
