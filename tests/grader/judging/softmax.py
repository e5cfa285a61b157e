"""A small code exercise, and how answers to it are run without a sandbox."""

import numpy as np

from exercises.kit.code import Code
from exercises.kit.code_cases import Case
from exercises.kit.exercise import Seeds
from grader.sandbox.job import CaseRun, Fault, FaultKind, QuestionRun

SEEDS = Seeds(parameters=1, public=2, hidden=3, options=4)


def softmax_loss(x, y):
    rows = np.arange(len(x)), y
    shifted = x - x.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    grad = np.exp(log_p)
    grad[rows] -= 1
    return -log_p[rows].mean(), grad / len(x)


def sum_not_mean(x, y):
    loss, dx = softmax_loss(x, y)
    return loss * len(x), dx * len(x)


def dx_not_averaged(x, y):
    loss, dx = softmax_loss(x, y)
    return loss, dx * len(x)


def no_max_shift(x, y):
    p = np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)
    rows = np.arange(len(x)), y
    loss = -np.log(p[rows]).mean()
    p[rows] -= 1
    return loss, p / len(x)


def softmax_exercise(*, misconceptions=(sum_not_mean, dx_not_averaged, no_max_shift)):
    exercise = Code(
        syllabus="losses.softmax_loss",
        difficulty=2,
        calls="softmax_loss(x, y) -> loss, dx",
        reference=softmax_loss,
        points={"value": 4, "gradient": 4, "stability": 2},
        checks={"value": "loss", "gradient": "dx", "stability": "loss dx"},
    )
    exercise.id = "losses/softmax_loss"

    @exercise.cases("value", "gradient", hidden=4, public=2)
    def small_batches(rng):
        n, c = rng.choice(np.arange(2, 8), size=2, replace=False)
        return Case(x=rng.normal(size=(n, c)), y=rng.integers(c, size=n))

    @exercise.cases("stability", hidden=2)
    def huge_logits(rng):
        n, c = rng.choice(np.arange(3, 8), size=2, replace=False)
        return Case(x=1e4 * rng.normal(size=(n, c)), y=rng.integers(c, size=n))

    for wrong in misconceptions:
        exercise.misconception(wrong)
    return exercise


def run_cases(exercise, cases, answer, name="q1"):
    """What the sandbox would return for these functions (a dict by name, or the only one)."""
    namespace = answer if isinstance(answer, dict) else {exercise.functions[0]: answer}
    runs = []
    for case in cases:
        with np.errstate(all="ignore"):
            try:
                outputs = case.program.run({**exercise.given_functions, **namespace}, case.inputs, case.seed)
                runs.append(CaseRun(outputs=outputs))
            except Exception as error:
                fault = Fault(
                    kind=FaultKind.ERROR, exception=type(error).__name__, line=3, message=str(error)
                )
                runs.append(CaseRun(fault=fault))
    return QuestionRun(id=name, cases=tuple(runs))
