"""Answers that an exercise must judge as they deserve: right, wrong, and those that know nothing."""

import copy
import importlib.util
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from exercises.kit.base import Value
from exercises.kit.catalogue import solution_path
from exercises.kit.choice import SealedChoice
from exercises.kit.code import Code
from exercises.kit.code_cases import Outputs, SealedCase, SealedCode, run_quietly
from exercises.kit.derivation import Derivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.formula import to_text
from exercises.kit.numeric import Numeric, SealedNumeric
from exercises.kit.order import Order, SealedOrder
from exercises.kit.quiet import quiet
from exercises.kit.written import Written
from grader.judging.judge import MISSING, judge
from grader.judging.result import QuestionResult
from grader.sandbox.job import CaseRun, Fault, FaultKind, QuestionRun

Change = Callable[[np.ndarray], Any]


def judge_answer(exercise: Exercise, sealed: Sealed, answer: Value) -> QuestionResult:
    """Judge an answer that is no code."""
    return judge(exercise, sealed, exercise.id, run=None, answer=answer)


def judge_run(exercise: Exercise, sealed: Sealed, run: QuestionRun) -> QuestionResult:
    """Judge what the sandbox returned for all of a variant's cases."""
    return judge(exercise, sealed, exercise.id, run=run, answer=MISSING)


def judge_functions(
    exercise: Code,
    sealed: SealedCode,
    functions: Mapping[str, Any],
    change: Callable[[Value], Value] | None = None,
) -> QuestionResult:
    """Judge functions of ours, run here, as a student's would be; `change` is applied to every input."""
    runs = []
    for case in sealed.cases:
        inputs = {name: change(value) if change else value for name, value in case.sent.items()}
        with quiet():
            try:
                outputs = case.program.run({**exercise.given_functions, **functions}, inputs, case.seed)
                runs.append(CaseRun(outputs=outputs))
            except Exception as error:
                # a wrong answer may fail in any way; to judge it so is what is tried here
                runs.append(CaseRun(fault=Fault(kind=FaultKind.ERROR, exception=type(error).__name__)))
    return judge_run(exercise, sealed, QuestionRun(id=exercise.id, cases=tuple(runs)))


def reference_outputs(exercise: Code, case: SealedCase, inputs: dict[str, Value]) -> Outputs | None:
    """What the reference gives for other inputs of a case; None where it raises."""
    return run_quietly(exercise, case.program, exercise.namespace, {**case.inputs, **inputs}, case.seed)


def right_answer(exercise: Exercise, sealed: Sealed) -> Value:
    """The worked solution's answer to an exercise that is no code."""
    module = _module(solution_path(exercise))
    if isinstance(sealed, SealedNumeric):
        return module.solve(sealed.params)
    if isinstance(sealed, SealedChoice):
        return [sealed.letter(option) for option in module.right]
    if isinstance(sealed, SealedOrder):
        return [sealed.letter(item) for item in module.order if item in sealed.shown]
    return module.answers[exercise.id]


def judge_misconception(exercise: Exercise, sealed: Sealed, name: str) -> QuestionResult | None:
    """Judge an answer that is right but for one misconception; None where the variant cannot show it."""
    wrong = exercise.misconceptions[name]
    if isinstance(exercise, Code) and isinstance(sealed, SealedCode):
        return judge_functions(exercise, sealed, {**exercise.reference, **wrong.replaces})
    if isinstance(exercise, Numeric) and isinstance(sealed, SealedNumeric):
        # later steps go on from the wrong value, as a student's do
        answer: dict[str, Value] = {}
        for step_name, step in exercise.steps.items():
            value = step.value(sealed.params, answer)
            if step_name in wrong.replaces:
                value = exercise.wrong_value(name, step_name, sealed.params, answer)
            answer[step_name] = value
        return judge_answer(exercise, sealed, answer)
    if isinstance(exercise, Derivation):
        formulas = exercise.texts | {step: to_text(formula) for step, formula in wrong.replaces.items()}
        return judge_answer(exercise, sealed, formulas)
    if isinstance(exercise, Order) and isinstance(sealed, SealedOrder):
        sequence = exercise.wrong_sequence(name)
        if not set(sequence) <= set(sealed.shown):
            return None
        # the mistaken items go into each other's places, everything else stays
        wrongly = iter(sequence)
        order = [next(wrongly) if item in sequence else item for item in exercise.right_order(sealed)]
        return judge_answer(exercise, sealed, [sealed.letter(item) for item in order])
    assert isinstance(sealed, SealedChoice)
    return judge_answer(exercise, sealed, [sealed.letter(name)])


def trivial_answers(exercise: Exercise, sealed: Sealed) -> dict[str, QuestionResult]:
    """What answers earn that know nothing: empty, constant, random, the input itself."""
    if isinstance(exercise, Code) and isinstance(sealed, SealedCode):
        outputs = [case.program.run(exercise.namespace, case.inputs, case.seed) for case in sealed.cases]
        return {
            name: judge_run(exercise, sealed, _filled_run(exercise, sealed, outputs, fill))
            for name, fill in _FILLS.items()
        }
    answers: dict[str, Value] = {"nothing": None}
    if isinstance(exercise, Numeric) and isinstance(sealed, SealedNumeric):
        for number in (0, 1, -1):
            constant = {step: np.full(np.shape(truth), number) for step, truth in sealed.truth.items()}
            answers[f"all {number}"] = {step: array.tolist() for step, array in constant.items()}
            answers[f"nearly all {number}"] = {
                step: _last_odd(array).tolist() for step, array in constant.items()
            }
    elif isinstance(exercise, Derivation):
        for formula in ("0", "1", "-1", *exercise.symbols):
            answers[f"all {formula}"] = dict.fromkeys(exercise.points, formula)
    elif isinstance(sealed, SealedChoice):
        answers["all options"] = [sealed.letter(option) for option in sealed.order]
        answers["the wrong options"] = [sealed.letter(option) for option in getattr(exercise, "wrong", ())]
    elif isinstance(sealed, SealedOrder):
        answers["the order shown"] = [sealed.letter(item) for item in sealed.shown]
    elif isinstance(exercise, Written):
        answers["spaces"] = "   "
    return {name: judge_answer(exercise, sealed, answer) for name, answer in answers.items()}


def _last_odd(array: np.ndarray) -> np.ndarray:
    """The array with its last entry, where it has several, unlike the others."""
    odd = array.astype(float)
    if array.size > 1:
        odd.flat[-1] += 0.5171
    return odd


def each_array(value: Value, change: Change) -> Value:
    """The value with `change` applied to every float and every array of floats in it."""
    if isinstance(value, dict):
        return {key: each_array(entry, change) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [each_array(entry, change) for entry in value]
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return change(value)
    if isinstance(value, (float, np.floating)):
        return change(np.asarray(value))
    return value


def to_float32(value: Value) -> Value:
    """The value with its float arrays in float32."""
    return each_array(value, lambda array: array.astype(np.float32) if array.ndim else array.item())


def _blanked(value: Value, fill: Change) -> Value:
    """The value with every number and text in it replaced; lengths, shapes and keys stay."""
    if isinstance(value, dict):
        return {key: _blanked(entry, fill) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_blanked(entry, fill) for entry in value]
    if isinstance(value, str) or value is None:
        return ""
    return fill(np.zeros(np.shape(value)))


_NUMBERS: dict[str, Change] = {
    "zeros": lambda array: array,
    "ones": lambda array: array + 1,
    "infinities": lambda array: array + np.inf,
    "random": lambda array: np.random.default_rng(0).normal(size=array.shape),
}
_FILLS: dict[str, Callable[[SealedCase, Outputs], Outputs]] = {
    **{
        name: lambda case, outputs, fill=fill: _blanked(outputs, fill)  # type: ignore[misc]
        for name, fill in _NUMBERS.items()
    },
    "the input": lambda case, outputs: dict.fromkeys(outputs, _first_array(case)),
}


def _first_array(case: SealedCase) -> Value:
    arrays = (value for value in case.sent.values() if isinstance(value, np.ndarray))
    return next(arrays, next(iter(case.sent.values()), None))


def _filled_run(
    exercise: Code,
    sealed: SealedCode,
    right: list[Outputs],
    fill: Callable[[SealedCase, Outputs], Outputs],
) -> QuestionRun:
    """Results of the right shapes that have nothing else of what is right; in-place inputs as they came."""
    runs = []
    for case, outputs in zip(sealed.cases, right, strict=True):
        untouched = {name: case.inputs[name] for name in case.program.inplace}
        runs.append(CaseRun(outputs=copy.deepcopy({**fill(case, outputs), **untouched})))
    return QuestionRun(id=exercise.id, cases=tuple(runs))


@cache
def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"solution_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # a worked solution is written as in a workbook, where `answers` is there already
    module.__dict__["answers"] = {}
    spec.loader.exec_module(module)
    return module
