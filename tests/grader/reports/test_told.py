"""The same advice is given once, and not where a known mistake explains what is wrong."""

import pytest

from grader.judging.result import Example, Finding, FindingKind, QuestionResult, Verdict
from grader.reports.told import told_findings

WRONG = [Finding(kind=FindingKind.WRONG_VALUE, output=name) for name in ("loss", "dx")]
KNOWN = Finding(kind=FindingKind.MISCONCEPTION, output="loss", name="sum_not_mean")
EXAMPLE = Finding(
    kind=FindingKind.WRONG_VALUE,
    output="loss",
    example=Example(inputs={"x": "1"}, output="loss", expected="2", found="3"),
)


def told(*findings, kind="code"):
    result = QuestionResult(
        question="q1", exercise="a/b", kind=kind, score=0, max_score=1, verdict=Verdict.WRONG,
        parts=(), findings=findings,
    )  # fmt: skip
    return told_findings(result)


def test_two_outputs_that_are_wrong_get_the_advice_once():
    assert told(*WRONG) == ((WRONG[0], True), (WRONG[1], False))


def test_an_output_with_an_example_is_told_once_and_the_other_gets_the_advice():
    assert told(*WRONG, EXAMPLE) == ((WRONG[1], True), (EXAMPLE, False))


@pytest.mark.parametrize(("kind", "advised"), [("code", False), ("training", False), ("numeric", True)])
def test_a_named_mistake_explains_all_of_code_and_its_own_step_of_others(kind, advised):
    assert told(KNOWN, *WRONG, kind=kind) == ((KNOWN, False), (WRONG[0], False), (WRONG[1], advised))
