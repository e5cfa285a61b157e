"""What goes into the sandbox and what comes out of it, as data."""

from collections.abc import Container
from enum import StrEnum
from functools import cached_property
from typing import Protocol, Self

from pydantic import SkipValidation

from exercises.kit.base import Frozen, Record, Text, Value
from exercises.kit.program import Program
from grader.sandbox.inside import wire
from grader.submissions.model import Cell


class Limits(Frozen):
    """What one submission may use; each limit has a fault of its own name."""

    question_cpu_s: float = 10
    submission_cpu_s: float = 60
    wall_factor: float = 3
    """Wall time allowed, as a multiple of the CPU time allowed."""
    memory_mb: int = 512
    """Beyond what the zygote itself maps."""
    processes: int = 8
    file_mb: int = 16
    output_kb: int = 64
    """Of printed text kept for one cell or case; more is cut. Ten thousand times as much is a fault."""
    result_mb: int = 64


class CaseJob(Frozen):
    """One case: it enters the child only when the case before it is done."""

    program: Program
    inputs: dict[str, Value]
    seed: int

    def frame(self, given: str | None, limit: int) -> bytes:
        """The case as it is sent, packed once: a class shares it.

        Raises
        ------
        wire.TooLargeError
        """
        if given not in self.frames:
            call = {
                "calls": self.program.wire_calls(),
                "inplace": self.program.inplace,
                "outputs": self.program.outputs,
                "seed": self.seed,
                "given": given,
            }
            self.frames[given] = wire.pack(call, self.inputs, limit)
        return self.frames[given]

    @cached_property
    def frames(self) -> dict[str | None, bytes]:
        """The frames that are packed already, by the given code."""
        return {}

    @cached_property
    def returned(self) -> frozenset[str]:
        """Names that come back."""
        return frozenset(self.program.outputs)


class QuestionJob(Frozen):
    """The cases of one question, and the code that is given beside the student's."""

    id: str
    cases: tuple[CaseJob, ...]
    given: str = ""
    """Source of the given functions."""
    question_cpu_s: float | None = None
    """A limit of its own (training); None: that of `Limits`."""
    known: SkipValidation[Container[bytes]] = ()
    """Digests of replies that need not be read: those that the grader has judged already."""


class Job(Frozen):
    """One submission, run in one fork (and in further ones after a crash or a limit)."""

    cells: tuple[Cell, ...]
    questions: tuple[QuestionJob, ...]
    modules: dict[str, str] = {}
    limits: Limits = Limits()


class FaultKind(StrEnum):
    """Why there is no result. Only the first five come from ordinary mistakes."""

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


class Fault(Frozen):
    """What stopped a cell or a case. `message` and `printed` text are for TAs, never for students."""

    kind: FaultKind
    exception: str = ""
    """Type of the exception, such as `ValueError`."""
    message: str = ""
    label: str = ""
    """Label of the student's cell in which it happened, "" if none of theirs was running."""
    line: int | None = None
    """Line of that cell, counted from 1."""
    name: str = ""
    """The missing or uncallable name, or the function with the wrong number of results."""
    expected: int | None = None
    found: int | None = None
    signal: str = ""
    """`SIGSEGV`, ... of a crash."""
    cause: Text | None = None
    """Of a syntax error in a cell: what is wrong in its line, as the trusted side sees it."""


class Unreadable(Record):
    """In the place of an output that is no number, text, array, list or dict: its type's name."""

    type_name: str


class CellRun(Record):
    label: str
    fault: Fault | None = None
    printed: str = ""


class CaseRun(Record):
    """All outputs; or a fault, and the outputs of the calls that had ended by then, if there are any.

    Outputs are plain: ndarrays, numbers, lists, dicts.
    """

    outputs: dict[str, Value] | None = None
    fault: Fault | None = None
    printed: str = ""


class QuestionRun(Record):
    """The cases of one question, in their order; none where the digest is one of those that are known."""

    id: str
    cases: tuple[CaseRun, ...] = ()
    digest: bytes | None = None
    """Of the replies; None where the run says more than they do."""
    cpu_ms: float = 0


class JobResult(Record):
    cells: tuple[CellRun, ...]
    questions: tuple[QuestionRun, ...]
    answers: dict[str, Value] = {}
    """The student's variable `answers` after all cells; an entry that cannot be read is `Unreadable`."""
    answers_fault: Fault | None = None
    """Why `answers` could not be fetched at all."""


class Runner(Protocol):
    """Runs submissions one at a time: the sandbox, or a plain subprocess for one's own code."""

    def run(self, job: Job) -> JobResult: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc_info: object) -> None: ...
