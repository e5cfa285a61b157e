"""What went wrong in one submission, for TAs: with messages and printed text, capped."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from exercises.kit.base import Language
from exercises.kit.exercise import Exercise
from grader.batch.result import TOLD_TO_TAS, SubmissionResult
from grader.judging.result import Verdict
from grader.reports.answers_words import explain_answers
from grader.reports.fault_words import explain_fault
from grader.reports.labels import VERDICTS
from grader.reports.loading_words import explain_loading
from grader.reports.visible import capped, on_one_line
from grader.reports.wording import explain_for_ta
from grader.sandbox.job import Fault, FaultKind

MOST_ITEMS = 20
"""Remarks that the class page shows of one submission."""


@dataclass(frozen=True)
class TroubleItem:
    place: str
    """The question and group of cases; "" where it is about the whole submission."""
    told: str
    message: str = ""
    printed: str = ""
    times: int = 1


@dataclass(frozen=True)
class Trouble:
    """Everything of one student that a TA may want to look at."""

    student: str
    name: str
    items: tuple[TroubleItem, ...]
    left_out: int


def troubles_of(
    result: SubmissionResult, exercises: Mapping[str, Exercise], language: Language
) -> Trouble | None:
    """Problems, notes, faults and what a TA must decide; None where there is none of it."""
    counts = Counter(_items(result, exercises, language))
    items = tuple(replace(item, times=times) for item, times in counts.items())
    if not items:
        return None
    return Trouble(
        student=result.student,
        name=result.name,
        items=items[:MOST_ITEMS],
        left_out=len(items) - len(items[:MOST_ITEMS]),
    )


def _items(
    result: SubmissionResult, exercises: Mapping[str, Exercise], language: Language
) -> Iterator[TroubleItem]:
    if result.problem is not None:
        yield TroubleItem(place="", told=result.problem.in_language(language))
    for note in result.notes:
        yield TroubleItem(place="", told=note.in_language(language))
    for told in explain_answers(result.unknown_answers, result.answers_fault, result.cells, language):
        yield TroubleItem(place="answers", told=told)
    stopped = False
    for cell in result.cells:
        if cell.fault is not None:
            told = explain_loading(cell.fault, language)
            yield _fault_item(cell.label, told, cell.fault, cell.printed)
            stopped = True
    for question in result.questions:
        for case in question.cases:
            # a name that is missing where loading stopped is no news
            if case.fault is not None and not (stopped and case.fault.kind is FaultKind.MISSING_NAME):
                place = f"{question.question} / {case.group}"
                yield _fault_item(place, explain_fault(case.fault, language), case.fault, case.printed)
        for finding in question.findings:
            if finding.kind in TOLD_TO_TAS:
                told = explain_for_ta(finding, exercises[question.exercise], language)
                yield TroubleItem(place=question.question, told=told)
        if question.verdict is Verdict.PENDING and not question.written:  # texts have a place of their own
            yield TroubleItem(place=question.question, told=VERDICTS[Verdict.PENDING].in_language(language))


def _fault_item(place: str, told: str, fault: Fault, printed: str) -> TroubleItem:
    message = f"{fault.exception}: {fault.message}" if fault.message else fault.exception
    return TroubleItem(
        place=on_one_line(place),
        told=told,
        message=capped(message),
        printed=capped(printed),
    )
