"""The way in: each kind of exercise goes to its judge, and only with a variant of its kind."""

import pytest

from exercises.kit.choice import Choice
from grader.judging.judge import judge
from grader.judging.result import FindingKind, Verdict
from tests.grader.judging import test_derivation, test_numeric
from tests.grader.judging.softmax import SEEDS, run_cases, softmax_exercise, softmax_loss

CODE = softmax_exercise()
CODE_SEALED = CODE.seal(SEEDS)
CHOICE = Choice(right="r", wrong="w", points=1, syllabus="a.b", difficulty=1)
CHOICE_SEALED = CHOICE.seal(SEEDS)
RIGHT = [
    (CODE, CODE_SEALED, {"run": run_cases(CODE, CODE_SEALED.cases, softmax_loss)}),
    (test_numeric.SHAPES, test_numeric.SEALED, {"answer": test_numeric.TRUTH}),
    (test_derivation.EXERCISE, test_derivation.SEALED, {"answer": test_derivation.TRUTH}),
    (CHOICE, CHOICE_SEALED, {"answer": CHOICE_SEALED.letter("r")}),
]


@pytest.mark.parametrize(("exercise", "sealed", "given"), RIGHT, ids=lambda value: getattr(value, "kind", ""))
def test_every_kind_is_judged(exercise, sealed, given):
    result = judge(exercise, sealed, "q7", **given)
    assert (result.question, result.kind, result.verdict) == ("q7", exercise.kind, Verdict.CORRECT)
    assert result.score == result.max_score == exercise.max_score


@pytest.mark.parametrize(("exercise", "sealed", "given"), RIGHT, ids=lambda value: getattr(value, "kind", ""))
def test_nothing_handed_in_earns_nothing(exercise, sealed, given):
    assert judge(exercise, sealed, "q7").score == 0


def test_a_variant_of_another_kind_is_our_mistake():
    with pytest.raises(TypeError, match="code exercise, its variant a SealedChoice"):
        judge(CODE, CHOICE_SEALED, "q1")


@pytest.mark.parametrize(("exercise", "sealed", "given"), RIGHT[1:3], ids=lambda v: getattr(v, "kind", ""))
def test_an_entry_that_no_step_is_called_by_is_told_where_a_step_has_no_answer(exercise, sealed, given):
    first, *others = given["answer"]
    answer = {name: given["answer"][name] for name in others}
    misspelt = judge(
        exercise, sealed, "q1", answer={f"{first}_": given["answer"][first], "note": "", **answer}
    )
    told = [f for f in misspelt.findings if f.kind is FindingKind.UNKNOWN_STEP]
    assert [(finding.name, finding.expected) for finding in told] == [(f"{first}_", first)]
    complete = judge(exercise, sealed, "q1", answer={**given["answer"], "note": "checked twice"})
    assert complete.findings == ()
