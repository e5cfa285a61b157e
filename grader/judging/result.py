"""What judging says of an answer, as data; reports put it into words."""

from enum import StrEnum
from typing import Literal

from exercises.kit.base import Frozen, Record, Text
from grader.sandbox.job import Fault


class Verdict(StrEnum):
    """What became of a case, a part or a question. Where there is no result it is never CORRECT."""

    CORRECT = "correct"
    CARRIED = "carried"
    """Right for the student's own wrong earlier step."""
    PARTLY = "partly correct"
    WRONG = "wrong"
    NO_ANSWER = "no answer"
    UNREADABLE = "unreadable answer"
    PENDING = "pending"
    SYNTAX = "syntax error"
    ERROR = "error"
    MISSING_NAME = "missing name"
    NOT_CALLABLE = "not callable"
    RESULT_COUNT = "wrong number of results"
    TIME_LIMIT = "time limit"
    WALL_LIMIT = "wall limit"
    MEMORY_LIMIT = "memory limit"
    PROCESS_LIMIT = "process limit"
    FILE_LIMIT = "file limit"
    OUTPUT_LIMIT = "output limit"
    FORBIDDEN = "forbidden"
    CRASHED = "crashed"
    NO_RESULT = "no result"


class FindingKind(StrEnum):
    """Kinds of remarks, in the order in which they are told."""

    FAULT = "fault"
    WRONG_TYPE = "wrong type"
    MISCONCEPTION = "misconception"
    WRONG_SHAPE = "wrong shape"
    NOT_FINITE = "not finite"
    RELATION = "relation"
    REJECTED = "rejected"
    UNREADABLE = "unreadable"
    UNKNOWN_STEP = "unknown step"
    OUT_OF_RANGE = "out of range"
    ROUNDING = "rounding"
    WRONG_VALUE = "wrong value"
    BARRED = "barred"
    FIRST_WRONG_STEP = "first wrong step"
    FIRST_WRONG_PLACE = "first wrong place"
    CARRIED = "carried"
    NOT_CARRIED = "not carried"
    CUT = "cut"


Relation = Literal[
    "sign",
    "factor",
    "transposed",
    "reversed",
    "log base",
    "sum not mean",
    "constant offset",
    "zeros",
    "permuted",
]


class Example(Frozen):
    """The smallest failing public case: its values may be shown to students."""

    inputs: dict[str, str]
    output: str
    expected: str
    found: str


class Finding(Frozen):
    """One remark on an answer. Everything in it may be told to the student but `fault.message`."""

    kind: FindingKind
    group: str = ""
    """Group of cases in which it was seen."""
    output: str = ""
    """Output, step or aspect that it is about."""
    name: str = ""
    """The misconception's name, or the type's."""
    fault: Fault | None = None
    expected: str = ""
    """Expected shape, type or range; of public cases and own numbers also the value."""
    found: str = ""
    relation: Relation | None = None
    factor: float | None = None
    """found = factor * expected, or the offset."""
    factor_name: str = ""
    """What the factor equals in every case, such as `N`, `1/N`: a size of the inputs."""
    text: Text | None = None
    """A sentence that is ready: of a view, of a reader of answers."""
    example: Example | None = None


class CaseVerdict(Record):
    """One case. What it printed and the exception's text are for TAs."""

    group: str
    aspects: tuple[str, ...]
    public: bool
    verdict: Verdict
    wrong_outputs: tuple[str, ...] = ()
    fault: Fault | None = None
    printed: str = ""


class PartScore(Frozen):
    """Points of one aspect or step, and why."""

    name: str
    score: float
    max_score: float
    verdict: Verdict
    barred_by: str = ""
    """The aspect or output that had to be right first."""


class Mark(Frozen):
    """What a TA gives: the points of a question, whatever the grader gave."""

    points: float
    reason: str = ""
    by: str = ""
    out_of: float | None = None
    """What the question gave at the time; None in marks that an earlier version kept."""
    sha256: str | None = None
    """Of the submission that was marked; None likewise."""

    def is_of(self, max_score: float) -> bool:
        """Whether it was given out of what the question gives now, as far as that is known."""
        return self.points <= max_score and self.out_of in (None, max_score)


class QuestionResult(Frozen):
    """The judgement of one question."""

    question: str
    exercise: str
    kind: str
    score: float
    max_score: float
    verdict: Verdict
    parts: tuple[PartScore, ...]
    findings: tuple[Finding, ...] = ()
    misconceptions: tuple[str, ...] = ()
    first_wrong_step: str | None = None
    written: str = ""
    """The text that a TA reads."""
    mark: Mark | None = None
    cases: tuple[CaseVerdict, ...] = ()

    @property
    def pending(self) -> float:
        """Points that a TA has still to decide."""
        return sum(part.max_score for part in self.parts if part.verdict is Verdict.PENDING)
