"""Answers that cost no thought earn no points, and answers made to harm are judged like any other."""

import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings

from exercises.kit.catalogue import load_all
from exercises.kit.code import Code
from exercises.kit.derivation import Derivation
from exercises.kit.numeric import Numeric
from exercises.kit.seeds import Seeds
from grader.judging.judge import judge
from grader.sandbox.inside import wire
from grader.sandbox.job import CaseRun, QuestionRun, Unreadable
from tests.attacks.test_fuzz import IS_SOAK, frames, read

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
        for whole in (answer, dict.fromkeys(steps, answer), [answer] * 5):
            result = judge(exercise, sealed, "q", answer=whole)
            assert result.score < result.max_score / 2, name
            result.model_dump_json()
        assert time.process_time() - start < 10, name


_VIEWED_AND_NOT = {"nlp/huffman", "regularisation/dropout", "losses/softmax_loss"}
CODE = {
    name: exercise
    for name, exercise in EXERCISES.items()
    if (type(exercise) is Code and exercise.framework == "numpy" if IS_SOAK else name in _VIEWED_AND_NOT)
}


def judged(exercise, sealed, output):
    """The result where each call of each case returned this."""
    cases = tuple(
        CaseRun(outputs=dict.fromkeys(case.expected, output)) if case.expected else CaseRun(outputs={})
        for case in sealed.cases
    )
    return judge(exercise, sealed, "q", run=QuestionRun(id="q", cases=cases))


VAST = {
    "a vast array": np.ones(7 << 20),
    "a vast square": np.ones((2600, 2600)),
    "many small rows": np.ones((3 << 20, 2)),
    "an empty array with an axis of a million": np.empty((0, 1 << 20)),
    "an empty array with many rows": np.empty((1 << 20, 0)),
    "many dimensions": np.zeros((1,) * 32),
    "not a number": np.full((500, 500), np.nan),
    "complex": np.full((500, 500), 1j),
    "a long list": [0.5] * 400_000,
    "a long list of text": ["01"] * 100_000,
    "a long text": "01" * 4_000_000,
    "a dict of many": {str(number): [number] for number in range(100_000)},
    "ragged lists": [[1, 2], [3], [[4]], "5", None],
    "an integer of many digits": 10**4000,
    "a list of such integers": [10**4000] * 1000,
    "something else": Unreadable(type_name="<script>"),
}


@pytest.mark.parametrize("form", VAST)
def test_a_vast_output_is_judged_at_once_and_is_wrong(form):
    for name, exercise in CODE.items():
        sealed = exercise.seal(seeds(1))
        start = time.process_time()
        result = judged(exercise, sealed, VAST[form])
        assert result.score == 0, (name, result.parts)
        result.model_dump_json()
        assert time.process_time() - start < 20, name


def _read_or_none(frame):
    try:
        return read(frame)[1]
    except wire.MalformedFrameError:
        return None


outputs = frames.map(_read_or_none)


@pytest.mark.parametrize("name", sorted(CODE))
def test_any_output_is_judged_and_earns_nothing_by_chance(name):
    exercise = CODE[name]
    sealed = exercise.seal(seeds(1))

    @settings(max_examples=300 if IS_SOAK else 8, deadline=None)
    @given(outputs)
    def judged_and_written(output):
        result = judged(exercise, sealed, output)
        assert result.score <= result.max_score / 2
        result.model_dump_json().encode()

    judged_and_written()
