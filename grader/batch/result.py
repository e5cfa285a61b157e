"""What one submission, and one class, came to: the data that reports are made of."""

from typing import Literal

from exercises.kit.base import Frozen, Text
from grader.judging.result import QuestionResult
from grader.sandbox.job import CellRun

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
    questions: tuple[QuestionResult, ...] = ()
    score: float
    max_score: float
    receipt: Receipt


class ClassResult(Frozen):
    """The outcome of a class, in the order in which pages and tables list it."""

    title: Text
    assessment: str
    """Hash of the assessment's bundle."""
    results: tuple[SubmissionResult, ...]
