"""What an exercise must show before it is published: each check returns what speaks against it."""

import collections
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from exercises.kit.base import Frozen, Value
from exercises.kit.closeness import Close, is_numeric
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode
from exercises.kit.exercise import DeclarationError, DrawingError, Exercise, Sealed
from exercises.kit.seeds import Seeds
from grader.audit.answers import (
    judge_functions,
    judge_misconception,
    judge_solution,
    solution_path,
    trivial_answers,
)

Complaints = Iterator[str]
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")


class Subject(Frozen):
    """An exercise with the variants that it is audited on."""

    exercise: Exercise
    variants: tuple[Sealed, ...]


def declaration(subject: Subject) -> Complaints:
    """At least three misconceptions, three hints in both languages, a worked solution."""
    exercise = subject.exercise
    if len(exercise.misconceptions) < 3:
        yield f"has {len(exercise.misconceptions)} misconceptions; three at least"
    for language, statement in exercise.statements.items():
        if len(statement.hints) < 3:
            yield f"has {len(statement.hints)} hints ({language}); three, from a nudge to the decisive idea"
    if not solution_path(exercise).is_file():
        yield f"has no worked solution at solutions/{exercise.id}.py"


def same_in_both_languages(subject: Subject) -> Complaints:
    """Both languages state the same formulas and numbers."""
    for sealed in subject.variants[:3]:
        texts = {
            language: statement.render(subject.exercise.view_of(sealed, language))
            for language, statement in subject.exercise.statements.items()
        }
        formulas = {language: collections.Counter(_formulas(text)) for language, text in texts.items()}
        numbers = {
            language: collections.Counter(_NUMBER.findall(_plain(text))) for language, text in texts.items()
        }
        for what, found in (("formulas", formulas), ("numbers", numbers)):
            if found["zh"] != found["en"]:
                only_zh, only_en = found["zh"] - found["en"], found["en"] - found["zh"]
                yield f"{what} differ: only zh has {dict(only_zh)}, only en has {dict(only_en)}"
                return


def solution_is_right(subject: Subject) -> Complaints:
    """The worked solution gets full points on every variant."""
    for number, sealed in enumerate(subject.variants):
        result = judge_solution(subject.exercise, sealed)
        if result.score < result.max_score:
            yield f"the worked solution gets {result.score:g} of {result.max_score:g} on variant {number}"
            return


def misconceptions_show(subject: Subject) -> Complaints:
    """Every misconception loses points on every variant, and is told by its name."""
    for number, sealed in enumerate(subject.variants):
        for name, wrong in subject.exercise.misconceptions.items():
            result = judge_misconception(subject.exercise, sealed, name)
            if result.score >= result.max_score:
                yield f"{name} gets full points on variant {number}"
                return
            if wrong.told_as not in result.misconceptions:
                yield f"{name} is not recognised on variant {number} (told: {list(result.misconceptions)})"
                return


def knowing_nothing_earns_nothing(subject: Subject) -> Complaints:
    """Empty answers, zeros, ones and random numbers earn nothing."""
    for number, sealed in enumerate(subject.variants):
        for name, result in trivial_answers(subject.exercise, sealed).items():
            if result.score > 0:
                yield f"{name} earns {result.score:g} on variant {number}"
                return


def survives_float32(subject: Subject) -> Complaints:
    """The reference run in float32 stays ten times below the tolerance, and misconceptions still fail."""
    exercise = subject.exercise
    if not isinstance(exercise, Code):
        return
    for number, sealed in enumerate(subject.variants):
        assert isinstance(sealed, SealedCode)
        for case in sealed.cases:
            inputs = {name: to_float32(value) for name, value in case.inputs.items()}
            with np.errstate(all="ignore"):
                outputs = exercise.viewed(inputs, case.program.run(exercise.namespace, inputs, case.seed))
            for output in exercise.checked_by(case.aspects):
                rule, expected = exercise.acceptance(output), case.expected[output]
                if not isinstance(rule, Close) or not is_numeric(expected):
                    continue
                tenth = Close(rtol=rule.rtol / 10, atol=rule.atol / 10)
                if not tenth.accepts(expected, outputs[output]):
                    yield f"{output} in float32 misses a tenth of the tolerance (variant {number})"
                    return
        for name, wrong in exercise.misconceptions.items():
            result = judge_functions(exercise, sealed, {**exercise.reference, **wrong.replaces}, to_float32)
            if result.score >= result.max_score:
                yield f"{name} gets full points in float32 on variant {number}"
                return


def repeats(subject: Subject) -> Complaints:
    """Ten gradings of the same answer give the same result."""
    sealed = subject.variants[0]
    name = next(iter(subject.exercise.misconceptions), None)
    if name is None:
        return
    results = {judge_misconception(subject.exercise, sealed, name).model_dump_json() for _ in range(10)}
    if len(results) > 1:
        yield f"ten gradings of {name} give {len(results)} different results"


CHECKS: dict[str, Callable[[Subject], Complaints]] = {
    "declared": declaration,
    "zh = en": same_in_both_languages,
    "solution": solution_is_right,
    "misconceptions": misconceptions_show,
    "trivial": knowing_nothing_earns_nothing,
    "float32": survives_float32,
    "repeats": repeats,
}


class Audit(Frozen):
    """The outcome for one exercise: complaints by check; a check without any has passed."""

    exercise: str
    complaints: dict[str, tuple[str, ...]]

    @property
    def fit(self) -> bool:
        return not any(self.complaints.values())


def audit(exercise: Exercise, variants: int) -> Audit:
    """Run every check on an exercise."""
    try:
        sealed = tuple(exercise.seal(Seeds.from_number(n, exercise.id)) for n in range(variants))
        subject = Subject(exercise=exercise, variants=sealed)
        return Audit(
            exercise=exercise.id,
            complaints={name: tuple(check(subject)) for name, check in CHECKS.items()},
        )
    except (DeclarationError, DrawingError) as error:
        return Audit(exercise=exercise.id, complaints={"declared": (str(error),)})


def to_float32(value: Value) -> Value:
    """The value with its float arrays in float32."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value.astype(np.float32)
    if isinstance(value, dict):
        return {key: to_float32(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [to_float32(entry) for entry in value]
    return value


def _formulas(text: str) -> Sequence[str]:
    return [
        re.sub(r"\s+", " ", formula).strip() for formula in re.findall(r"\$\$?(.+?)\$\$?", text, re.DOTALL)
    ]


def _plain(text: str) -> Any:
    return re.sub(r"\$\$?.+?\$\$?", " ", text, flags=re.DOTALL)
