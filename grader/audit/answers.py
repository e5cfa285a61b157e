"""Answers that an exercise must judge as they deserve: the worked solution, misconceptions, empty ones."""

import importlib.util
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from exercises.kit.base import Value
from exercises.kit.choice import Choice, SealedChoice
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode
from exercises.kit.derivation import Derivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.formula import to_text
from exercises.kit.numeric import Numeric, SealedNumeric
from exercises.kit.order import Order, SealedOrder
from exercises.kit.written import Written
from grader.judging.judge import MISSING, judge
from grader.judging.result import QuestionResult
from grader.sandbox.job import CaseRun, Fault, FaultKind, QuestionRun

SOLUTIONS = Path(__file__).resolve().parent.parent.parent / "solutions"


def solution_path(exercise: Exercise) -> Path:
    """Where the worked solution of an exercise lies: the same path as the exercise, in solutions/."""
    return SOLUTIONS / f"{exercise.id}.py"


def judge_functions(
    exercise: Code,
    sealed: SealedCode,
    functions: Mapping[str, Any],
    change: Callable[[Value], Value] | None = None,
) -> QuestionResult:
    """Judge functions of ours, run here, as a student's would be; `change` is applied to every input."""
    runs = []
    for case in sealed.cases:
        inputs = {name: change(value) if change else value for name, value in case.inputs.items()}
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            try:
                outputs = case.program.run({**exercise.given_functions, **functions}, inputs, case.seed)
                runs.append(CaseRun(outputs=outputs))
            except Exception as error:
                # a wrong answer may fail in any way; to judge it so is what is tried here
                runs.append(CaseRun(fault=Fault(kind=FaultKind.ERROR, exception=type(error).__name__)))
    return judge(
        exercise, sealed, exercise.id, run=QuestionRun(id=exercise.id, cases=tuple(runs)), answer=MISSING
    )


def judge_answer(exercise: Exercise, sealed: Sealed, answer: Value) -> QuestionResult:
    """Judge an answer that is no code."""
    return judge(exercise, sealed, exercise.id, run=None, answer=answer)


def judge_solution(exercise: Exercise, sealed: Sealed) -> QuestionResult:
    """Judge the worked solution."""
    module = _module(solution_path(exercise))
    if isinstance(exercise, Code) and isinstance(sealed, SealedCode):
        return judge_functions(exercise, sealed, {name: getattr(module, name) for name in exercise.functions})
    if isinstance(sealed, SealedNumeric):
        return judge_answer(exercise, sealed, module.solve(sealed.params))
    if isinstance(exercise, Derivation):
        return judge_answer(exercise, sealed, module.answers[exercise.id])
    if isinstance(sealed, SealedOrder):
        in_order = [item for item in module.order if item in sealed.shown]
        return judge_answer(exercise, sealed, [sealed.letter(item) for item in in_order])
    if isinstance(exercise, Written):
        return judge_answer(exercise, sealed, module.answers[exercise.id])
    assert isinstance(sealed, SealedChoice)
    return judge_answer(exercise, sealed, [sealed.letter(option) for option in module.right])


def judge_misconception(exercise: Exercise, sealed: Sealed, name: str) -> QuestionResult:
    """Judge an answer that is right but for one misconception."""
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
        sequence = [item for item in exercise.wrong_sequence(name) if item in sealed.shown]
        mistaken = iter(sequence)
        order = [next(mistaken) if i in sequence else i for i in exercise.right_order(sealed)]
        return judge_answer(exercise, sealed, [sealed.letter(item) for item in order])
    assert isinstance(exercise, Choice)
    assert isinstance(sealed, SealedChoice)
    return judge_answer(exercise, sealed, [sealed.letter(name)])


def trivial_answers(exercise: Exercise, sealed: Sealed) -> dict[str, QuestionResult]:
    """What answers earn that know nothing: empty, zeros, ones, the input itself, random numbers."""
    if isinstance(exercise, Code) and isinstance(sealed, SealedCode):
        return {
            name: judge_functions(exercise, sealed, _constant_functions(exercise, sealed, fill))
            for name, fill in _FILLS.items()
        }
    answers: dict[str, Value] = {"nothing": None}
    if isinstance(exercise, Numeric) and isinstance(sealed, SealedNumeric):
        for number in (0, 1, -1):
            answers[f"all {number}"] = {
                step: (np.zeros_like(truth) + number).tolist() for step, truth in sealed.truth.items()
            }
    elif isinstance(exercise, Derivation):
        for formula in ("0", "1", next(iter(exercise.symbols))):
            answers[f"all {formula}"] = dict.fromkeys(exercise.points, formula)
    else:
        answers["all options"] = [chr(ord("a") + k) for k in range(len(getattr(sealed, "order", ())))]
    return {name: judge_answer(exercise, sealed, answer) for name, answer in answers.items()}


_FILLS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "zeros": np.zeros_like,
    "ones": np.ones_like,
    "random": lambda truth: np.random.default_rng(0).normal(size=truth.shape),
}


def _constant_functions(
    exercise: Code, sealed: SealedCode, fill: Callable[[np.ndarray], np.ndarray]
) -> dict[str, Any]:
    """Functions that return results of the right shapes and nothing else of what is right."""

    def returning(count: int, shapes: list[np.ndarray]) -> Callable[..., Any]:
        def function(*arguments: Any) -> Any:
            results = tuple(fill(shape) for shape in shapes)
            return results if count > 1 else results[0]

        return function

    functions: dict[str, Any] = {}
    first = sealed.cases[0]
    for call in exercise.program.calls:
        shapes = [np.asarray(first.expected.get(name, 0.0), dtype=float) for name in call.results]
        functions[call.function] = returning(len(call.results), shapes)
    return functions


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"solution_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
