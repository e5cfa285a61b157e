"""Judging numbers: forms of answers, what is carried, and what must not pay."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.base import Frozen
from exercises.kit.numeric import Numeric
from grader.judging.answers import MISSING
from grader.judging.numeric import judge_numeric
from grader.judging.result import FindingKind, Verdict
from tests.grader.judging.softmax import SEEDS


class Params(Frozen):
    height: int
    kernel: int
    stride: int
    padding: int
    pool: int
    channels: int
    classes: int


def draw(rng):
    return Params(
        height=rng.integers(20, 60),
        kernel=rng.choice([3, 5]),
        stride=rng.choice([1, 2]),
        padding=rng.choice([0, 1, 2]),
        pool=rng.choice([2, 3]),
        channels=rng.choice([6, 8, 12]),
        classes=10,
    )


def network_shapes():
    exercise = Numeric(syllabus="cnn.pool_size", difficulty=2, draw=draw)

    @exercise.step(points=2, ge=1)
    def conv_out(p):
        return (p.height - p.kernel + 2 * p.padding) // p.stride + 1

    @exercise.step(points=2, ge=1)
    def pool_out(p, conv_out):
        return (conv_out - p.pool) // p.pool + 1

    @exercise.step(points=3, ge=1)
    def fc_parameters(p, pool_out):
        return p.classes * (p.channels * pool_out**2 + 1)

    @exercise.misconception(of="conv_out")
    def one_forgotten(p):
        return (p.height - p.kernel + 2 * p.padding) // p.stride

    @exercise.misconception(of="fc_parameters")
    def no_biases(p, pool_out):
        return p.classes * p.channels * pool_out**2

    return exercise


SHAPES = network_shapes()
FIXED = Params(height=32, kernel=5, stride=1, padding=0, pool=2, channels=6, classes=10)
SEALED = SHAPES.seal_params(FIXED, SEEDS)
TRUTH = {"conv_out": 28, "pool_out": 14, "fc_parameters": 11770}


def judged(answer):
    return judge_numeric(SHAPES, SEALED, answer, "q1")


def verdicts(result):
    return [part.verdict for part in result.parts]


def kinds(result):
    return [finding.kind for finding in result.findings]


def chain(conv_out=None, pool_out=None):
    """The answers of someone who goes on rightly from these."""
    conv_out = 28 if conv_out is None else conv_out
    pool_out = (conv_out - 2) // 2 + 1 if pool_out is None else pool_out
    return {"conv_out": conv_out, "pool_out": pool_out, "fc_parameters": 10 * (6 * pool_out**2 + 1)}


@pytest.mark.parametrize(
    "answer", [TRUTH, [28, 14, 11770], np.array([28, 14, 11770]), ["28", 14.0, "11770"], (28, "14", 11770)]
)
def test_the_truth_gets_full_marks_in_any_form(answer):
    result = judged(answer)
    assert (result.score, result.verdict, result.findings) == (7, Verdict.CORRECT, ())


@pytest.mark.parametrize("drawn", range(30))
def test_the_truth_of_every_variant_gets_full_marks(drawn):
    sealed = SHAPES.seal(SEEDS.model_copy(update={"parameters": drawn}))
    assert judge_numeric(SHAPES, sealed, sealed.truth, "q1").score == 7
    wrong = sealed.misconceptions["one_forgotten"]["conv_out"]
    own = {"conv_out": wrong}
    for name in ("pool_out", "fc_parameters"):
        own[name] = SHAPES.steps[name].value(sealed.params, own)
    assert judge_numeric(SHAPES, sealed, own, "q1").score == 5


def test_a_wrong_step_costs_its_points_once():
    result = judged(chain(conv_out=27 + 6))
    assert verdicts(result) == [Verdict.WRONG, Verdict.CARRIED, Verdict.CARRIED]
    assert (result.score, result.first_wrong_step) == (5, "conv_out")


def test_misconceptions_are_known_from_true_and_from_own_steps():
    result = judged({**chain(conv_out=27), "fc_parameters": 10 * 6 * 13**2})
    assert result.misconceptions == ("one_forgotten", "no_biases")
    assert result.score == 2


def test_no_misconception_is_named_on_a_degenerate_number():
    result = judged({"conv_out": 28, "pool_out": 1, "fc_parameters": 60})
    assert result.misconceptions == ()


@pytest.mark.parametrize("trivial", [{"pool_out": 1}, {"pool_out": 0}, {"conv_out": 1}, {"conv_out": 2}])
def test_numbers_that_make_later_steps_easy_do_not_pay(trivial):
    answer = chain(**trivial)
    result = judged(answer)
    assert Verdict.CARRIED not in verdicts(result)
    assert FindingKind.NOT_CARRIED in kinds(result)


@pytest.mark.parametrize("far", [2, 281, -28, 27.5])
def test_implausible_numbers_are_not_carried(far):
    assert judged(chain(conv_out=far)).parts[1].verdict is Verdict.WRONG


@pytest.mark.parametrize("answer", [MISSING, None, {}, [], [None, None], {"conv": 28}])
def test_no_answer_earns_nothing(answer):
    result = judged(answer)
    assert (result.score, result.verdict, result.first_wrong_step) == (0, Verdict.NO_ANSWER, None)


@pytest.mark.parametrize("answer", [28, "28", [28, 14, 11770, 1], object()])
def test_what_has_no_form_is_unreadable(answer):
    result = judged(answer)
    assert (result.score, result.verdict) == (0, Verdict.UNREADABLE)
    assert "3 steps" in result.findings[0].text.en


@pytest.mark.parametrize(
    "bad",
    ["twenty", True, float("nan"), "nan", [1, 2], {"a": 1}, 1j, 2**70, pytest.param(10**5000, id="long")],
)
def test_bad_numbers_earn_nothing(bad):
    result = judged({**TRUTH, "pool_out": bad})
    assert result.parts[1].score == 0
    assert result.first_wrong_step == "pool_out"


def test_a_number_out_of_its_range_is_told_so():
    result = judged({**TRUTH, "conv_out": 27.5})
    assert FindingKind.OUT_OF_RANGE in kinds(result)
    assert "integer" in result.findings[0].expected


def one_step(function, **declared):
    class Drawn(Frozen):
        a: int

    exercise = Numeric(syllabus="a.b", difficulty=1, draw=lambda rng: Drawn(a=rng.integers(3, 9)))
    exercise.step(points=6, **declared)(function)
    return exercise, exercise.seal_params(Drawn(a=7), SEEDS)


def third(p):
    return p.a / 3


@pytest.mark.parametrize("answer", [7 / 3, "2.33", "7/3", [2.333], {"third": 2.33}, np.float32(2.3333)])
def test_three_significant_figures_pass(answer):
    assert judge_numeric(*one_step(third), answer, "q1").verdict is Verdict.CORRECT


def test_a_number_rounded_too_far_is_told_so():
    result = judge_numeric(*one_step(third), "2.3", "q1")
    assert result.score == 0
    assert FindingKind.ROUNDING in kinds(result)


def row(p):
    return [p.a, 2 * p.a, 0, p.a]


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ([7, 14, 0, 7], 6),
        (np.array([7.0, 14, 0, 7]), 6),
        ([7, 14, 0, 8], 4.5),
        ([0, 0, 0, 0], 0),
        ([7, 7, 7, 7], 0),
        ([7, 7, 7.1, 7], 0),
        ([8, 14, 0, 8], 0),
        ([8, 3, 0, 8], 0),
        ([7, float("nan"), 0, 7], 4.5),
        ([7, 14, 0], 0),
        (7, 0),
    ],
)
def test_an_arrays_points_are_shared_by_its_entries(answer, score):
    assert judge_numeric(*one_step(row), answer, "q1").score == score


def scaled():
    """Two arrays, the second of which follows from the first entry by entry."""
    exercise, sealed = one_step(third)
    exercise = Numeric(syllabus="a.b", difficulty=1, draw=exercise.draw)

    @exercise.step(points=2)
    def shares(p):
        return [p.a / 10, p.a / 20, p.a / 40]

    @exercise.step(points=4)
    def scaled(p, shares):
        return 100 * np.array(shares)

    return exercise, exercise.seal_params(sealed.params, SEEDS)


@pytest.mark.parametrize(
    ("own", "verdict"),
    [
        ([0.6, 0.3, 0.2], Verdict.CARRIED),
        ([0.5, 0.5, 0.6], Verdict.WRONG),
        ([0.5, 0.5, 0.5], Verdict.WRONG),
        ([0, 0, 0.6], Verdict.WRONG),
        ([0, 1, 0.6], Verdict.WRONG),
    ],
)
def test_arrays_that_make_later_steps_easy_are_not_carried(own, verdict):
    exercise, sealed = scaled()
    result = judge_numeric(exercise, sealed, {"shares": own, "scaled": [100 * x for x in own]}, "q1")
    assert result.parts[1].verdict is verdict


def test_what_follows_from_wrong_numbers_is_carried_whole_or_not():
    exercise, sealed = scaled()
    result = judge_numeric(exercise, sealed, {"shares": [0.6, 0.3, 0.2], "scaled": [60, 30, 5]}, "q1")
    assert (result.parts[1].score, result.parts[1].verdict) == (0, Verdict.WRONG)


def test_own_rounding_is_no_mistake():
    exercise, _ = one_step(third)

    @exercise.step(points=4)
    def tenfold(p, third):
        return 1000 * (third - 2.33)

    sealed = exercise.seal_params(type(exercise.draw(np.random.default_rng(0)))(a=7), SEEDS)
    result = judge_numeric(exercise, sealed, {"third": 2.333, "tenfold": 3.0}, "q1")
    assert (result.score, result.verdict) == (10, Verdict.CORRECT)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.complex_numbers(),
    lambda v: st.lists(v, max_size=4) | st.dictionaries(st.sampled_from([*TRUTH, "x"]), v, max_size=3),
)


@settings(max_examples=200, deadline=None)
@given(json | st.dictionaries(st.sampled_from([*TRUTH]), st.integers(-40, 12000) | json, max_size=3))
def test_judging_never_raises_and_scores_stay_in_range(answer):
    result = judged(answer)
    assert 0 <= result.score <= 7
    result.model_dump_json()
    judge_numeric(*one_step(row), answer, "q1")


@given(st.sampled_from([0, 1, -1, 0.0, "1"]))
def test_trivial_answers_earn_nothing(trivial):
    assert judged(dict.fromkeys(TRUTH, trivial)).score == 0


@given(st.integers(-3, 300))
def test_repeating_a_number_earns_no_carried_points(number):
    result = judged(dict.fromkeys(TRUTH, number))
    assert Verdict.CARRIED not in verdicts(result)
