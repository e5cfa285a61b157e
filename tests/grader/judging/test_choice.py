"""Judging choices: guessing earns little, and the right ones that are missing are counted, not named."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.choice import Choice
from grader.judging.answers import MISSING
from grader.judging.choice import judge_choice
from grader.judging.result import FindingKind, Verdict
from grader.sandbox.job import Unreadable
from tests.grader.judging.softmax import SEEDS

SEVERAL = Choice(right="r1 r2 r3", wrong="w1 w2", points=6, syllabus="a.b", difficulty=1)
SINGLE = Choice(right="r1", wrong="w1 w2 w3", points=3, syllabus="a.b", difficulty=1)


def letters(exercise, options):
    sealed = exercise.seal(SEEDS)
    return [sealed.letter(option) for option in options.split()]


def judged(exercise, answer):
    return judge_choice(exercise, exercise.seal(SEEDS), answer, "q1")


@pytest.mark.parametrize(
    ("chosen", "score"),
    [("r1 r2 r3", 6), ("r1 r2", 4), ("r1 r2 r3 w1", 4), ("r1 w1", 0), ("w1 w2", 0), ("r1 r2 r3 w1 w2", 2)],
)
def test_each_wrong_option_takes_a_right_one_away(chosen, score):
    assert judged(SEVERAL, letters(SEVERAL, chosen)).score == pytest.approx(score)


@pytest.mark.parametrize(("chosen", "score"), [("r1", 3), ("w1", 0), ("r1 w1", 0), ("r1 w1 w2 w3", 0)])
def test_one_right_option_is_all_or_nothing(chosen, score):
    assert judged(SINGLE, letters(SINGLE, chosen)).score == score


def test_letters_may_be_one_text_in_either_case():
    chosen = letters(SEVERAL, "r1 r2 r3")
    for answer in ("".join(chosen), ", ".join(chosen), " ".join(chosen).upper(), {"choice": chosen}):
        assert judged(SEVERAL, answer).verdict is Verdict.CORRECT


def test_wrong_options_are_misconceptions_and_missing_ones_are_not_named():
    result = judged(SEVERAL, letters(SEVERAL, "r1 w2"))
    assert result.misconceptions == ("w2",)
    text = "".join(finding.model_dump_json() for finding in result.findings)
    assert "r2" not in text
    assert "r3" not in text


def test_every_wrong_option_counts_however_many_were_chosen():
    many = Choice(right="r1 r2", wrong="w1 w2 w3 w4 w5", points=4, syllabus="a.b", difficulty=1)
    result = judged(many, letters(many, "r1 w1 w2 w3 w4 w5"))
    assert set(result.misconceptions) == {"w1", "w2", "w3", "w4", "w5"}


def test_a_wrong_option_is_told_with_its_letter_and_missing_ones_are_counted_in_words():
    result = judged(SEVERAL, letters(SEVERAL, "r1 w2"))
    known, missing = result.findings
    assert known.found == letters(SEVERAL, "w2")[0]
    assert (missing.expected, missing.found) == ("3", "1")
    assert [finding.name for finding in judged(SINGLE, letters(SINGLE, "w1")).findings] == ["w1"]


def test_a_random_choice_earns_less_than_a_third_on_average():
    names = SEVERAL.options
    subsets = chain.from_iterable(combinations(names, n) for n in range(1, len(names) + 1))
    scores = [judged(SEVERAL, letters(SEVERAL, " ".join(chosen))).score for chosen in subsets]
    assert np.mean(scores) < 2


@pytest.mark.parametrize("answer", [MISSING, None, "", []])
def test_no_answer_earns_nothing(answer):
    assert judged(SEVERAL, answer).verdict is Verdict.NO_ANSWER


@pytest.mark.parametrize(
    "answer", [3, "z", True, {"a": 1, "b": 2}, np.arange(3), Unreadable(type_name="set")]
)
def test_other_things_are_unreadable(answer):
    result = judged(SEVERAL, answer)
    assert (result.score, result.verdict) == (0, Verdict.UNREADABLE)
    assert result.findings[0].kind is FindingKind.UNREADABLE


json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(alphabet="abcdexyz, ", max_size=6)
    | st.builds(np.zeros, st.integers(0, 3)),
    lambda v: st.lists(v, max_size=4) | st.dictionaries(st.text(max_size=2), v, max_size=2),
)


@given(json)
def test_judging_never_raises_and_scores_stay_in_range(answer):
    for exercise in (SEVERAL, SINGLE):
        assert 0 <= judged(exercise, answer).score <= exercise.max_score
