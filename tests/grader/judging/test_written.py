"""Judging written answers: a text waits for a TA, and only an empty one is judged by the machine."""

import pytest

from exercises.kit.written import Written
from grader.judging.result import FindingKind, Verdict
from grader.judging.written import judge_written
from tests.grader.judging.softmax import SEEDS

EXERCISE = Written(rubric={"cause": 2, "remedy": 1}, longest=20, syllabus="a.b", difficulty=1)


def judged(answer):
    return judge_written(EXERCISE, EXERCISE.seal(SEEDS), answer, "q1")


def test_a_text_is_pending_in_every_criterion_and_is_kept():
    result = judged("门控制信息流")
    assert result.verdict is Verdict.PENDING
    assert [part.verdict for part in result.parts] == [Verdict.PENDING] * 2
    assert (result.score, result.max_score, result.written) == (0, 3, "门控制信息流")


@pytest.mark.parametrize("answer", [None, "", "\n \n", {}, []])
def test_nothing_written_is_no_answer_and_waits_for_nobody(answer):
    assert judged(answer).verdict is Verdict.NO_ANSWER


def test_of_a_text_that_is_too_long_the_beginning_waits_and_the_cut_is_told():
    result = judged("x" * 20 + "yyy")
    assert result.verdict is Verdict.PENDING
    assert result.written == "x" * 20 + " … (+3)"
    (finding,) = result.findings
    assert (finding.kind, finding.expected, finding.found) == (FindingKind.CUT, "20", "23")
    assert judged("x" * 20).findings == ()


@pytest.mark.parametrize(("answer", "says"), [(3.5, "string"), (["a", "b"], "string")])
def test_what_is_no_text_is_unreadable_with_a_sentence(answer, says):
    result = judged(answer)
    assert result.verdict is Verdict.UNREADABLE
    assert says in result.findings[0].text.en
