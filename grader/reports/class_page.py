"""The class page, for TAs: scores, what went wrong how often, and every problem in full."""

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from exercises.kit.base import Language, Text
from exercises.kit.exercise import Exercise
from grader.batch.result import ClassResult, SubmissionResult
from grader.judging.result import QuestionResult, Verdict
from grader.reports.attention import attention
from grader.reports.labels import (
    LOADED,
    STATUSES,
    UNDECIDED,
    judged_shares,
    percent_text,
    points_text,
)
from grader.reports.markdown import sentence_html, statement_html
from grader.reports.pages import LANGUAGES, page
from grader.reports.troubles import Trouble, troubles_of
from grader.submissions.ids import file_stem, id_problem

_BINS = 10
_TALLEST = 125
_FLOOR = 160

_COMMONEST = 12
"""Misconceptions that are seen at once; the rarer ones are folded away."""


@dataclass(frozen=True)
class _Bar:
    label: str
    count: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class _Question:
    id: str
    title: Markup
    mean: str
    median: str
    max_score: str
    full: str
    unanswered: int
    waiting: int


@dataclass(frozen=True)
class _Hit:
    question: str
    name: str
    explanation: Markup
    count: int
    share: str


@dataclass(frozen=True)
class _Row:
    student: str
    name: str
    link: str
    status: str
    tone: str
    score: str
    """Out of what is judged."""
    pending: str
    scores: tuple[str, ...]


@dataclass(frozen=True)
class _Waiting:
    """A written question with the answers that wait for a TA."""

    id: str
    title: Markup
    rubric: tuple[tuple[str, Markup], ...]
    sample: Markup
    answers: tuple[tuple[str, str, str], ...]
    """Student, name, text."""


@dataclass(frozen=True)
class _Side:
    language: Language
    title: str
    counts: tuple[tuple[str, int], ...]
    attention: tuple[str, ...]
    summary: str
    """Mean and median of the class."""
    wait: bool
    """Whether anything waits for a TA."""
    questions: tuple[_Question, ...]
    misconceptions: tuple[_Hit, ...]
    rows: tuple[_Row, ...]
    waiting: tuple[_Waiting, ...]
    troubles: tuple[Trouble, ...]


def class_page(result: ClassResult, exercises: Mapping[str, Exercise], language: Language = "zh") -> str:
    """Make the page of a class. Printed text and exceptions' messages are on it: it is not for students.

    Parameters
    ----------
    result : ClassResult
    exercises : mapping of exercise id to Exercise
    language : Language
        The language that is seen first.
    """
    graded = [one for one in result.results if one.status == "graded"]
    return page(
        "class.html",
        result.title.in_language(language),
        language,
        [_side(result, graded, exercises, side) for side in LANGUAGES],
        wide=True,
        question_ids=question_ids(result.results),
        commonest=_COMMONEST,
        assessment=result.assessment,
        histogram=_histogram(graded),
    )


def question_ids(results: Sequence[SubmissionResult]) -> tuple[str, ...]:
    """Every question that anyone was asked, in order."""
    return tuple(dict.fromkeys(question.question for one in results for question in one.questions))


def page_link(student: str) -> str:
    """Where a student's page lies beside the class page; "" for what can be no student id."""
    return "" if id_problem(student) is not None else f"students/{file_stem(student)}.html"


def _side(
    result: ClassResult,
    graded: Sequence[SubmissionResult],
    exercises: Mapping[str, Exercise],
    language: Language,
) -> _Side:
    ids = question_ids(result.results)
    statuses = Counter(one.status for one in result.results)
    by_id = {id_: [q for one in graded for q in one.questions if q.question == id_] for id_ in ids}
    return _Side(
        language=language,
        title=result.title.in_language(language),
        counts=tuple(
            (STATUSES[status].in_language(language), statuses[status])
            for status in STATUSES
            if statuses[status]
        ),
        attention=attention(result, language),
        summary=_summary(graded, language),
        wait=any(one.pending for one in graded),
        questions=tuple(
            _question(id_, answers, exercises, language) for id_, answers in by_id.items() if answers
        ),
        misconceptions=_hits(by_id, exercises, language),
        rows=tuple(_row(one, ids, language) for one in result.results),
        waiting=_waiting(graded, exercises, language),
        troubles=tuple(
            trouble
            for one in result.results
            if (trouble := troubles_of(one, exercises, language)) is not None
        ),
    )


def _question(
    id_: str, answers: Sequence[QuestionResult], exercises: Mapping[str, Exercise], language: Language
) -> _Question:
    # an answer that waits is no 0: it is left out until it is marked
    judged = [answer for answer in answers if answer.verdict is not Verdict.PENDING]
    scores = [answer.score for answer in judged]
    full = sum(answer.score >= answer.max_score for answer in judged)
    # a question may draw among exercises: then no one title is right
    drawn = {answer.exercise for answer in answers}
    title = " / ".join(exercises[one].statements[language].title for one in sorted(drawn))
    return _Question(
        id=id_,
        title=sentence_html(title),
        mean=points_text(statistics.fmean(scores)) if scores else UNDECIDED,
        median=points_text(statistics.median(scores)) if scores else UNDECIDED,
        max_score=points_text(max(answer.max_score for answer in answers)),
        full=f"{full} ({percent_text(full / len(judged))})" if judged else UNDECIDED,
        unanswered=sum(answer.verdict is Verdict.NO_ANSWER for answer in answers),
        waiting=len(answers) - len(judged),
    )


def _hits(
    by_id: Mapping[str, Sequence[QuestionResult]], exercises: Mapping[str, Exercise], language: Language
) -> tuple[_Hit, ...]:
    """Misconceptions by how many students have them, the commonest first."""
    counts = Counter(
        (id_, answer.exercise, name)
        for id_, answers in by_id.items()
        for answer in answers
        for name in set(answer.misconceptions)
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        _Hit(
            question=id_,
            name=name,
            explanation=sentence_html(exercises[exercise].statements[language].misconceptions.get(name, "")),
            count=count,
            share=percent_text(count / len(by_id[id_])),
        )
        for (id_, exercise, name), count in ordered
    )


def _waiting(
    graded: Sequence[SubmissionResult], exercises: Mapping[str, Exercise], language: Language
) -> tuple[_Waiting, ...]:
    pending: dict[tuple[str, str], list[tuple[SubmissionResult, QuestionResult]]] = {}
    for one in graded:
        for question in one.questions:
            if question.verdict is Verdict.PENDING and question.written:
                pending.setdefault((question.question, question.exercise), []).append((one, question))
    waiting = []
    for (id_, exercise), answers in pending.items():
        statement = exercises[exercise].statements[language]
        waiting.append(
            _Waiting(
                id=id_,
                title=sentence_html(statement.title),
                rubric=tuple(
                    (points_text(part.max_score), sentence_html(statement.points[part.name]))
                    for part in answers[0][1].parts
                ),
                sample=statement_html(statement.sample),
                answers=tuple((one.student, one.name, question.written) for one, question in answers),
            )
        )
    return tuple(waiting)


def _row(one: SubmissionResult, ids: Sequence[str], language: Language) -> _Row:
    scores = {
        q.question: f"{points_text(q.max_score)}?" if q.verdict is Verdict.PENDING else points_text(q.score)
        for q in one.questions
    }
    loaded = one.loaded != "not at all"
    return _Row(
        student=one.student,
        name=one.name,
        link=page_link(one.student),
        status=(STATUSES[one.status] if loaded else LOADED[one.loaded]).in_language(language),
        tone="good" if one.status == "graded" and loaded else "bad",
        score=f"{points_text(one.score)} / {points_text(one.judged)}" if one.judged else UNDECIDED,
        pending=f"+{points_text(one.pending)}?" if one.pending else "",
        scores=tuple(scores.get(id_, "—") for id_ in ids),
    )


def _summary(graded: Sequence[SubmissionResult], language: Language) -> str:
    """Mean and median, in points; while anything waits, in percent of what is judged."""
    shares = judged_shares(graded)
    if not shares:
        return ""
    waiting = [one.pending for one in graded if one.pending]
    if waiting:
        points, students = points_text(sum(waiting)), len(waiting)
        mean, median = percent_text(statistics.fmean(shares)), percent_text(statistics.median(shares))
        return Text(
            zh=f"目前平均 {mean}，中位数 {median}：占已评部分的百分比；"
            f"{students} 人还有 {points} 分等待助教判定，不算在内",
            en=f"So far: mean {mean}, median {median} of the points that are judged; "
            f"{points} points of {students} student{'s' * (students != 1)} wait for a TA and are left out",
        ).in_language(language)
    scores = [one.score for one in graded]
    mean, median = points_text(statistics.fmean(scores)), points_text(statistics.median(scores))
    full = points_text(max(one.max_score for one in graded))
    return Text(
        zh=f"平均 {mean}，中位数 {median}，满分 {full}", en=f"Mean {mean}, median {median}, out of {full}"
    ).in_language(language)


def _histogram(graded: Sequence[SubmissionResult]) -> tuple[_Bar, ...]:
    """Ten bars of 10 % each, of the points that are judged; full marks count to the last."""
    shares = judged_shares(graded)
    if not shares:
        return ()
    counts = Counter(min(max(int(share * _BINS + 1e-9), 0), _BINS - 1) for share in shares)
    most = max(counts.values())
    bars = []
    for place in range(_BINS):
        count = counts[place]
        height = round(_TALLEST * count / most)
        label = f"{10 * place}–{10 * place + 10}"
        bars.append(_Bar(label=label, count=count, x=22 + 60 * place, y=_FLOOR - height, height=height))
    return tuple(bars)
