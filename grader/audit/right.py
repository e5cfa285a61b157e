"""Right answers get full points: the worked solution, others written by hand, and odd forms of them."""

from collections.abc import Callable

import numpy as np

from exercises.kit.base import Value
from exercises.kit.closeness import Close, is_numeric
from exercises.kit.code import Code
from exercises.kit.derivation import Derivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.formula import parse, to_text
from exercises.kit.numeric import SealedNumeric
from exercises.kit.written import Written
from grader.audit.answers import (
    judge_answer,
    judge_functions,
    judge_misconception,
    judge_run,
    reference_outputs,
    right_answer,
    to_float32,
)
from grader.audit.odd_forms import odd_forms
from grader.audit.running import run_sources
from grader.audit.subject import Complaints, Subject, alternative_paths
from grader.batch.bundle import content_hash
from grader.judging.result import FindingKind, QuestionResult, Verdict


def solution_is_right(subject: Subject) -> Complaints:
    """The worked solution gets full points on every variant; code runs in the sandbox."""
    exercise, count = subject.exercise, subject.counts.solution
    if isinstance(exercise, Code):
        yield from _judge_sources(subject, [subject.solution], count, "the worked solution")
        return
    for number, sealed in enumerate(subject.variants(count)):
        result = judge_answer(exercise, sealed, right_answer(exercise, sealed))
        if not _is_right(exercise, result):
            yield f"the worked solution {_points(result)} on variant {number}"
            return


def alternatives_are_right(subject: Subject) -> Complaints:
    """Other solutions written by hand, and the worked one's results in odd forms, lose nothing."""
    exercise, count = subject.exercise, subject.counts.alternatives
    if isinstance(exercise, Code):
        for path in alternative_paths(exercise):
            source = path.read_text(encoding="utf-8")
            yield from _judge_sources(subject, [source], count, f"the alternative {path.stem}")
        for name, before, after in odd_forms(exercise):
            sources = [*before, subject.solution, *after]
            yield from _judge_sources(subject, sources, count, f"the worked solution with {name}")
        return
    for number, sealed in enumerate(subject.variants(count)):
        answer = right_answer(exercise, sealed)
        for name, form in _other_forms(exercise, sealed).items():
            result = judge_answer(exercise, sealed, form(answer))
            if not _is_right(exercise, result):
                yield f"the right answer as {name} {_points(result)} on variant {number}"
                return


def survives_float32(subject: Subject) -> Complaints:
    """The reference run in float32 stays ten times below the tolerance, and misconceptions still fail."""
    exercise = subject.exercise
    if not isinstance(exercise, Code):
        return
    for number, sealed in enumerate(subject.variants(subject.counts.float32)):
        for case in sealed.cases:
            outputs = reference_outputs(exercise, case, to_float32(case.inputs)) or {}
            for output in exercise.checked_by(case.aspects):
                rule, expected = exercise.acceptance(output), case.expected[output]
                if isinstance(rule, Close) and is_numeric(expected):
                    rule = Close(rtol=rule.rtol / 10, atol=rule.atol / 10)
                if output not in outputs or not rule.accepts(expected, outputs[output]):
                    where = f"variant {number}, {case.group}"
                    yield f"{output} in float32 misses a tenth of the tolerance ({where})"
                    return
        for name, wrong in exercise.misconceptions.items():
            result = judge_functions(exercise, sealed, {**exercise.reference, **wrong.replaces}, to_float32)
            if result.score >= result.max_score:
                yield f"{name} gets full points in float32 on variant {number}"
                return


def repeats(subject: Subject) -> Complaints:
    """The same seeds give the same variant, and gradings of the same answer the same result."""
    exercise, sealed = subject.exercise, subject.first()
    if _content(exercise.seal(sealed.seeds)) != _content(sealed):
        yield "the same seeds give two different variants"
    several = list(subject.variants(min(3, subject.counts.whole)))
    if len(several) > 2 and len(set(map(_content, several))) == 1 and not isinstance(exercise, Written):
        yield "other seeds give the same variant"
    for name in list(exercise.misconceptions)[:1]:
        times = 2 if exercise.kind == "training" else 10
        judged = [judge_misconception(exercise, sealed, name) for _ in range(times)]
        results = {result.model_dump_json() for result in judged if result is not None}
        if len(results) > 1:
            yield f"{times} gradings of {name} give {len(results)} different results"


def _content(sealed: Sealed) -> str:
    """A variant without its seeds."""
    fields = type(sealed).model_fields
    return content_hash({name: getattr(sealed, name) for name in fields if name != "seeds"})


def _judge_sources(subject: Subject, sources: list[str], count: int, what: str) -> Complaints:
    exercise = subject.exercise
    assert isinstance(exercise, Code)
    variants = list(subject.variants(count))
    runs = run_sources(subject.runner, exercise, sources, [sealed.cases for sealed in variants])
    for number, (sealed, run) in enumerate(zip(variants, runs, strict=True)):
        result = judge_run(exercise, sealed, run)
        if result.score < result.max_score:
            yield f"{what} {_points(result)} on variant {number}{_why(result)}"
            return


def _is_right(exercise: Exercise, result: QuestionResult) -> bool:
    if isinstance(exercise, Written):  # the points are a TA's to give
        return result.verdict is Verdict.PENDING
    return result.score >= result.max_score


def _points(result: QuestionResult) -> str:
    return f"gets {result.score:g} of {result.max_score:g}"


def _why(result: QuestionResult) -> str:
    """The first case that fails, with its fault where there is one."""
    for case in result.cases:
        if case.verdict is not Verdict.CORRECT:
            fault = case.fault
            words = f": {fault.exception} {fault.message}".rstrip() if fault else ""
            return f" ({case.group}: {case.verdict}{words})"
    rounded = [finding.output for finding in result.findings if finding.kind is FindingKind.ROUNDING]
    return f" (rounded: {', '.join(rounded)})" if rounded else ""


def _other_forms(exercise: Exercise, sealed: Sealed) -> dict[str, Callable[[Value], Value]]:
    """By description: how else the right answer may be written."""
    if isinstance(sealed, SealedNumeric):
        return {
            "floats": lambda answer: {k: _each(float, v) for k, v in answer.items()},
            "texts": lambda answer: {k: _each(_digits, v) for k, v in answer.items()},
            "tuples": lambda answer: {k: tuple(v) if isinstance(v, list) else v for k, v in answer.items()},
            "arrays": lambda answer: {k: np.asarray(v) for k, v in answer.items()},
            "arrays in brackets": lambda answer: {k: np.asarray([v]) for k, v in answer.items()},
            "a dict in another order": lambda answer: dict(reversed(answer.items())),
        }
    if isinstance(exercise, Derivation):
        rewritten = {
            "our own spelling": lambda step, text: to_text(parse(text, exercise.names_before(step))),
            "bracketed": lambda step, text: f"( ({text}) )",
            "multiplied by one": lambda step, text: f"1*({text}) - 0",
            "typographic signs": lambda step, text: (
                text.replace("**", "^").replace("*", "·").replace("-", "−")
            ),
        }
        return {
            name: lambda answer, write=write: {k: write(k, text) for k, text in answer.items()}  # type: ignore[misc]
            for name, write in rewritten.items()
        }
    if isinstance(exercise, Written):
        return {"a text with spaces around": lambda answer: f"\n  {answer}\n"}
    forms: dict[str, Callable[[Value], Value]] = {
        "capitals": lambda letters: [letter.upper() for letter in letters],
        "one text": " ".join,
        "a text with commas": ", ".join,
        "a tuple": tuple,
    }
    if exercise.kind == "choice":
        forms["letters in another order"] = lambda letters: sorted(letters, reverse=True)
        forms["a set"] = set
    return forms


def _each(write: Callable[[float], Value], value: Value) -> Value:
    return [_each(write, entry) for entry in value] if isinstance(value, list) else write(value)


def _digits(number: float) -> str:
    """As many digits as one would copy from a calculator; integers in full."""
    return str(number) if isinstance(number, int) or float(number).is_integer() else f"{number:.6g}"
