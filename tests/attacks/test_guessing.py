"""Answers that cost no thought earn no points, and answers made to harm are judged like any other."""

import itertools
import time

import numpy as np
import pytest

from exercises.kit.catalogue import load_all
from exercises.kit.derivation import Derivation
from exercises.kit.numeric import Numeric
from exercises.kit.seeds import Seeds
from grader.judging.judge import judge
from grader.sandbox.job import Unreadable
from tests.attacks.test_fuzz import IS_SOAK

EXERCISES = {exercise.id: exercise for exercise in load_all()}
BY_HAND = {name: exercise for name, exercise in EXERCISES.items() if exercise.kind != "code"}
CONSTANTS = (0, 1, -1, 0.5, 2, 10, 100, 1e300, float("inf"), float("nan"))
SEEDS = range(20 if IS_SOAK else 1)


def seeds(number):
    return Seeds(parameters=number, public=number, hidden=number, options=number)


def filled(value, constant):
    """A value of the same form with this number in every place."""
    if isinstance(value, (list, tuple)):
        return [filled(inner, constant) for inner in value]
    return constant


@pytest.mark.parametrize("name", [n for n, e in EXERCISES.items() if isinstance(e, Numeric)])
def test_a_constant_earns_a_step_only_where_it_is_the_truth(name):
    """Nothing is carried from it: a chain of zeros or ones is consistent with itself, and worth nothing."""
    exercise = EXERCISES[name]
    for number, constant in itertools.product(SEEDS, CONSTANTS):
        sealed = exercise.seal(seeds(number))
        answer = {step: filled(truth, constant) for step, truth in sealed.truth.items()}
        for part in judge(exercise, sealed, "q", answer=answer).parts:
            step = exercise.steps[part.name]
            right = step.acceptance(sealed.truth[part.name]).accepts(
                sealed.truth[part.name], answer[part.name]
            )
            assert part.score == 0 or right, (part, answer, sealed.truth)


@pytest.mark.parametrize("name", [n for n, e in EXERCISES.items() if isinstance(e, Derivation)])
def test_one_symbol_for_every_step_earns_little(name):
    exercise = EXERCISES[name]
    sealed = exercise.seal(seeds(1))
    for text in ("0", "1", "-1", *exercise.symbols, *(f"0*{symbol}" for symbol in exercise.symbols)):
        result = judge(exercise, sealed, "q", answer=dict.fromkeys(exercise.points, text))
        assert result.score <= result.max_score / 3, (text, result.parts)


HOSTILE = {
    "a tower of powers": "9**9**9**9**9",
    "a tower in a formula": "2^9^9^9^9^9",
    "a number of many digits": "9" * 100_000,
    "a vast exponent": "1e999999999",
    "a vast fraction": "1/1e-999999999",
    "nested brackets": "(" * 50_000 + "1" + ")" * 50_000,
    "nested functions": "tanh(" * 5_000 + "x" + ")" * 5_000,
    "many signs": "-" * 100_000 + "1",
    "a long sum": "1+" * 100_000 + "1",
    "a long product": "h*" * 50_000 + "h",
    "a call of Python": "__import__('os').system('touch /tmp/kaodian-escaped')",
    "an attribute": "().__class__.__bases__[0].__subclasses__()",
    "a lambda": "(lambda: 1)()",
    "a factorial": "factorial(factorial(99999))",
    "a pattern's nightmare": "a" * 50_000 + "!",
    "spaces": " " * 1_000_000,
    "controls": "\x00\x1b[2J\u202e\ufffe",
    "another script": "１２３４５" * 10_000,
    "superscripts": "x" + "²" * 50_000,
    "a page": "</script><script>alert(1)</script>",
    "an integer": 10**4000,
    "a negative integer": -(10**4000),
    "a complex number": complex("nan"),
    "true": True,
    "an array": np.full((1000, 1000), np.nan),
    "an empty array": np.empty((0, 1 << 19)),
    "many dimensions": np.zeros((1,) * 32),
    "a long list": [0.5] * 400_000,
    "lists in lists": [[[[[[[[[[[[1]]]]]]]]]]]],
    "something else": Unreadable(type_name="<script>"),
    "a dict of that": {"a": Unreadable(type_name="x" * 200), 1: None},
    "many keys": {str(i): i for i in range(100_000)},
}


@pytest.mark.parametrize("form", HOSTILE)
def test_a_hostile_answer_is_judged_at_once_and_is_wrong(form):
    answer = HOSTILE[form]
    for name, exercise in BY_HAND.items():
        sealed = exercise.seal(seeds(1))
        start = time.process_time()
        steps = list(getattr(exercise, "points", {})) if isinstance(exercise, (Numeric, Derivation)) else []
        for given in (answer, dict.fromkeys(steps, answer), [answer] * 5):
            result = judge(exercise, sealed, "q", answer=given)
            assert result.score < result.max_score / 2, name
            result.model_dump_json()
        assert time.process_time() - start < 10, name
