"""What one submission, and one class, came to: the data that reports are made of."""

from functools import lru_cache
from typing import Literal

from exercises.kit.base import Frozen, Text
from grader.judging.result import FindingKind, QuestionResult, Verdict
from grader.judging.unknown import UnknownAnswers
from grader.sandbox.job import CellRun, Fault, FaultKind

TOLD_TO_TAS = frozenset(
    {FindingKind.REJECTED, FindingKind.UNREADABLE, FindingKind.UNKNOWN_STEP, FindingKind.CUT}
)
"""Remarks that the class page repeats; all others stand on the students' own pages."""
Loaded = Literal["whole", "in part", "not at all"]
Status = Literal["graded", "problem", "nothing handed in", "not in roster"]


class Receipt(Frozen):
    """From which a score can be replayed: what it was computed with."""

    bundle: str
    """Hash of the bundle."""
    grader: str
    """The grader's version."""
    isolation: tuple[str, ...]
    """Layers that held the sandbox, such as `landlock`, `seccomp`."""
    python: str
    numpy: str


class SubmissionResult(Frozen):
    """The outcome for one student. It holds nothing of when or where it was graded."""

    student: str
    name: str = ""
    """As the roster has it; "" where there is none."""
    source_name: str
    """The file or folder as it lay in the submissions folder; "" where nothing was handed in."""
    sha256: str
    status: Status
    problem: Text | None = None
    """Why it was not graded."""
    notes: tuple[Text, ...] = ()
    cells: tuple[CellRun, ...] = ()
    """How the student's cells ran; faults of loading stand here."""
    unknown_answers: UnknownAnswers = UnknownAnswers()
    """Entries of `answers` under ids that no question has."""
    answers_fault: Fault | None = None
    """Why nothing of `answers` could be read, though questions are answered there."""
    questions: tuple[QuestionResult, ...] = ()
    score: float
    max_score: float
    receipt: Receipt

    @property
    def pending(self) -> float:
        """Points that a TA has still to decide."""
        return round(sum(question.pending for question in self.questions), 6)

    @property
    def judged(self) -> float:
        """Points that are decided, whether they were got or not: what the score is out of so far."""
        return round(self.max_score - self.pending, 6)

    @property
    def loaded(self) -> Loaded:
        """How far the code was loaded; "not at all" where it stopped and left nothing to judge."""
        stopped = {cell.fault.kind for cell in self.cells if cell.fault is not None}
        if not stopped:
            return "whole"
        # a function that raises was loaded; what a limit stopped gives its own verdict to all that follows
        limits = {Verdict(kind.value) for kind in stopped - {FaultKind.ERROR, FaultKind.SYNTAX}}
        nothing = {Verdict.NO_ANSWER, Verdict.MISSING_NAME, *limits}
        unjudged = (q.verdict in nothing or q.mark is not None for q in self.questions)
        return "not at all" if all(unjudged) else "in part"

    def in_short(self) -> "SubmissionResult":
        """What tables and the class page need of it, so that a class of thousands fits into memory."""
        return self.model_copy(
            update={
                "cells": tuple(cell for cell in self.cells if cell.fault is not None),
                "questions": tuple(map(_in_short, self.questions)),
            }
        )

    def shared(self) -> "SubmissionResult":
        """The same with one object for all that is alike in many: to be kept beside a class of others."""
        return self.model_copy(
            update={
                "questions": tuple(map(_one_for_all, self.questions)),
                "receipt": _one_receipt(self.receipt),
            }
        )


class Graded(Frozen):
    """A result on its way from a worker: little of it is needed as objects, and they travel slowly."""

    short: SubmissionResult
    whole: str
    """As JSON."""

    @classmethod
    def of(cls, result: SubmissionResult) -> "Graded":
        return cls(short=result.in_short(), whole=result.model_dump_json())


@lru_cache(maxsize=8)
def _one_receipt(receipt: Receipt) -> Receipt:
    """One object for all that have the same receipt."""
    return receipt


def _in_short(question: QuestionResult) -> QuestionResult:
    return question.model_copy(
        update={
            "cases": tuple(case for case in question.cases if case.fault is not None),
            "findings": tuple(f for f in question.findings if f.kind in TOLD_TO_TAS),
            "parts": tuple(part for part in question.parts if part.verdict is Verdict.PENDING),
        }
    )


@lru_cache(maxsize=5_000)
def _one_for_all(question: QuestionResult) -> QuestionResult:
    """One object for all whose question ended alike, as most do."""
    return question


class ClassResult(Frozen):
    """The outcome of a class, in the order in which pages and tables list it."""

    title: Text
    assessment: str
    """Hash of the assessment's bundle."""
    results: tuple[SubmissionResult, ...]
    idle_marks: tuple[tuple[str, str], ...] = ()
    """Marks that are kept and count for nobody, by student and question."""
