"""What a fork says of a fault, held against what it can be: reports tell students some of it.

A submission that speaks for its fork could else put a hidden case's inputs where a name or a label belongs.
"""

from collections.abc import Mapping
from typing import Any

from grader.sandbox.inside import imports, wire
from grader.sandbox.inside.agreed import GIVEN
from grader.sandbox.job import CaseJob, Fault, FaultKind, Job
from grader.submissions.syntax import syntax_cause

_SAID_INSIDE = frozenset(FaultKind) - {FaultKind.TIME_LIMIT, FaultKind.WALL_LIMIT, FaultKind.CRASHED}
"""What a fork may say of itself; the others are seen from outside."""
_OF_A_CALL = frozenset({FaultKind.MISSING_NAME, FaultKind.NOT_CALLABLE, FaultKind.RESULT_COUNT})
_MAX_TEXT = 2000
_MOST_RESULTS = 1000
"""More than these are told as these."""


def sources_of(job: Job) -> dict[str, int]:
    """Number of lines by label, of everything in which a fault can be."""
    sources = [(cell.label, cell.source) for cell in job.cells]
    sources += [(imports.label(name), source) for name, source in job.modules.items()]
    sources += [(GIVEN, question.given) for question in job.questions if question.given]
    lines: dict[str, int] = {}
    for label, source in sources:
        lines[label] = max(lines.get(label, 0), source.count("\n") + 1)
    return lines


def read_fault(told: Any, sources: Mapping[str, int], case: CaseJob | None) -> Fault:
    """The fault that a fork tells of a case; of a cell or of `answers` where `case` is None.

    Raises
    ------
    ValueError
        Where it is none that our own code would tell.
    """
    if not isinstance(told, dict) or any(isinstance(v, int) and not 0 <= v < 1 << 31 for v in told.values()):
        raise ValueError("no fault")
    short = {k: wire.clean_text(v[:_MAX_TEXT]) if isinstance(v, str) else v for k, v in told.items()}
    fault = Fault.model_validate(short)
    if fault.kind not in _SAID_INSIDE or fault.signal or fault.cause:
        raise ValueError("a kind that is seen from outside")
    if fault.line is not None and fault.line > sources.get(fault.label, 0) + 1:  # where a file ends too early
        raise ValueError("a line that is not there")
    if fault.label and fault.label not in sources:
        raise ValueError("a label that is not there")
    if fault.name not in _names(fault.kind, case):
        raise ValueError("a name that is not called")
    counts = _counts(fault, case)
    if fault.expected not in counts or (fault.found is None) != (fault.expected is None):
        raise ValueError("a number of results that nobody expects")
    if fault.found is not None and fault.found > _MOST_RESULTS:
        fault = fault.model_copy(update={"found": _MOST_RESULTS})
    return fault


def with_cause(fault: Fault, job: Job) -> Fault:
    """The fault of a cell, with what is wrong in its line where Python could not read it."""
    if fault.kind is not FaultKind.SYNTAX:
        return fault
    sources = {cell.label: cell.source for cell in job.cells}
    sources |= {imports.label(name): source for name, source in job.modules.items()}
    cause = syntax_cause(sources.get(fault.label, ""), fault.line, fault.message)
    return fault.model_copy(update={"cause": cause})


def _names(kind: FaultKind, case: CaseJob | None) -> set[str]:
    if case is None:
        return {"", "answers"}
    if kind not in _OF_A_CALL:
        return {""}
    functions = {call.function for call in case.program.calls}
    return functions | {function.partition(".")[0] for function in functions}


def _counts(fault: Fault, case: CaseJob | None) -> set[int | None]:
    if case is None or fault.kind is not FaultKind.RESULT_COUNT:
        return {None}
    return {len(call.results) for call in case.program.calls if call.function == fault.name}
