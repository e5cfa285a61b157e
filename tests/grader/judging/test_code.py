"""Judging code: points by group and aspect, bars, and that nothing but the truth passes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.closeness import AtLeast, Exact
from exercises.kit.code import Code
from exercises.kit.code_cases import Case, Rejected
from grader.judging.code import judge_code
from grader.judging.result import FindingKind, Verdict
from grader.sandbox.job import CaseRun, Fault, FaultKind, QuestionRun, Unreadable
from tests.grader.judging.softmax import (
    SEEDS,
    dx_not_averaged,
    no_max_shift,
    run_cases,
    softmax_exercise,
    softmax_loss,
    sum_not_mean,
)

EXERCISE = softmax_exercise()
SEALED = EXERCISE.seal(SEEDS)


def judged(answer, exercise=EXERCISE, sealed=SEALED):
    return judge_code(exercise, sealed.cases, run_cases(exercise, sealed.cases, answer), "q1")


def of_kind(result, kind):
    return [finding for finding in result.findings if finding.kind is kind]


def in_lists(x, y):
    loss, dx = softmax_loss(x, y)
    return [loss], dx.astype(np.float32).tolist()


@pytest.mark.parametrize("answer", [softmax_loss, in_lists])
def test_the_truth_gets_full_marks_however_it_is_written(answer):
    result = judged(answer)
    assert (result.score, result.verdict, result.findings) == (10, Verdict.CORRECT, ())
    assert all(case.verdict is Verdict.CORRECT for case in result.cases)


@pytest.mark.parametrize("wrong", [sum_not_mean, dx_not_averaged, no_max_shift])
def test_every_misconception_is_named_first_and_alone(wrong):
    result = judged(wrong)
    assert result.misconceptions == (wrong.__name__,)
    assert result.findings[0].kind is FindingKind.MISCONCEPTION
    assert result.score < 10


def test_points_are_by_aspect():
    result = judged(dx_not_averaged)
    assert {part.name: part.score for part in result.parts} == {"value": 4, "gradient": 0, "stability": 0}
    assert result.verdict is Verdict.PARTLY


def test_same_as_is_told_under_the_first_name():
    exercise = softmax_exercise(misconceptions=[sum_not_mean])

    @exercise.misconception(same_as="sum_not_mean")
    def sum_only_in_dx(x, y):
        return dx_not_averaged(x, y)

    sealed = exercise.seal(SEEDS)
    assert judged(dx_not_averaged, exercise, sealed).misconceptions == ("sum_not_mean",)


def test_two_misconceptions_are_told_output_by_output():
    def log2(x, y):
        loss, dx = softmax_loss(x, y)
        return loss / np.log(2), dx

    def both(x, y):
        return log2(x, y)[0], dx_not_averaged(x, y)[1]

    exercise = softmax_exercise(misconceptions=[dx_not_averaged, log2, sum_not_mean])
    result = judged(both, exercise, exercise.seal(SEEDS))
    told = {(finding.name, finding.output) for finding in of_kind(result, FindingKind.MISCONCEPTION)}
    # sum_not_mean's dx is the same as dx_not_averaged's, and its loss is no pass of the student's
    assert {("log2", "loss"), ("dx_not_averaged", "dx")} <= told


def test_a_misconception_that_fails_where_the_student_passed_is_out():
    exercise = softmax_exercise(misconceptions=[sum_not_mean])
    assert judged(dx_not_averaged, exercise, exercise.seal(SEEDS)).misconceptions == ()


def test_one_wrong_case_costs_its_group():
    run = run_cases(EXERCISE, SEALED.cases, softmax_loss)
    one = run.cases[0].model_copy(update={"outputs": {**run.cases[0].outputs, "loss": 99.0}})
    result = judge_code(EXERCISE, SEALED.cases, QuestionRun(id="q1", cases=(one, *run.cases[1:])), "q1")
    assert {part.name: part.score for part in result.parts} == {"value": 0, "gradient": 4, "stability": 2}


def test_an_aspects_points_are_shared_by_its_groups():
    exercise = Code(
        syllabus="a.b",
        difficulty=1,
        calls="double(n) -> m",
        reference={"double": lambda n: 2 * n},
        points={"value": 3},
        checks={"value": "m"},
        accept={"m": Exact()},
    )

    @exercise.cases("value", hidden=2)
    def small(rng):
        return Case(n=int(rng.integers(1, 9)))

    @exercise.cases("value", hidden=2)
    def large(rng):
        return Case(n=int(rng.integers(10, 90)))

    sealed = exercise.seal(SEEDS)
    result = judged({"double": lambda n: 2 * n if n < 10 else 0}, exercise, sealed)
    assert (result.score, result.parts[0].verdict) == (1.5, Verdict.PARTLY)


def test_public_cases_alone_leave_the_rest_pending():
    public = SEALED.public
    result = judge_code(EXERCISE, public, run_cases(EXERCISE, public, softmax_loss), "q1")
    assert {part.name: part.verdict for part in result.parts} == {
        "value": Verdict.CORRECT,
        "gradient": Verdict.CORRECT,
        "stability": Verdict.PENDING,
    }
    assert (result.score, result.verdict) == (8, Verdict.PENDING)


@pytest.mark.parametrize(
    "run",
    [
        None,
        QuestionRun(id="q1", cases=()),
        QuestionRun(id="q1", cases=(CaseRun(),) * len(SEALED.cases)),
        QuestionRun(id="q1", cases=(*run_cases(EXERCISE, SEALED.cases, softmax_loss).cases, CaseRun())),
    ],
)
def test_no_result_is_never_a_pass(run):
    result = judge_code(EXERCISE, SEALED.cases, run, "q1")
    assert (result.score, result.verdict) == (0, Verdict.NO_RESULT)
    assert result.findings[0].fault.kind is FaultKind.NO_RESULT


@pytest.mark.parametrize("kind", list(FaultKind))
def test_a_fault_is_the_verdict(kind):
    fault = CaseRun(fault=Fault(kind=kind, message="secret"), outputs={"loss": 1.0})
    result = judge_code(EXERCISE, SEALED.cases, QuestionRun(id="q1", cases=(fault,) * 8), "q1")
    assert (result.score, result.verdict.value) == (0, kind.value)
    assert len(of_kind(result, FindingKind.FAULT)) == 1


def two_passes():
    def forward(x):
        return 2 * x, x

    exercise = Code(
        syllabus="a.b",
        difficulty=1,
        calls=["forward(x) -> out, cache", "backward(dout, cache) -> dx"],
        reference={"forward": forward, "backward": lambda dout, cache: 2 * dout},
        opaque="cache",
        points={"forward": 4, "backward": 6},
        checks={"forward": "out", "backward": "dx"},
    )

    @exercise.cases("forward", "backward", hidden=2, public=1)
    def vectors(rng):
        return Case(x=rng.normal(size=3), dout=rng.normal(size=3))

    @exercise.misconception(of="forward")
    def tripled(x):
        return 3 * x, x

    return exercise


def stopped_in_backward(exercise, sealed, forward):
    fault = Fault(kind=FaultKind.MISSING_NAME, name="backward")
    runs = [CaseRun(outputs={"out": forward(case.inputs["x"])}, fault=fault) for case in sealed.cases]
    return judge_code(exercise, sealed.cases, QuestionRun(id="q1", cases=tuple(runs)), "q1")


def test_a_forward_pass_counts_without_a_backward_pass():
    exercise = two_passes()
    result = stopped_in_backward(exercise, exercise.seal(SEEDS), lambda x: 2 * x)
    assert {part.name: part.score for part in result.parts} == {"forward": 4, "backward": 0}
    assert [finding.kind for finding in result.findings] == [FindingKind.FAULT]
    assert {case.verdict for case in result.cases} == {Verdict.MISSING_NAME}


def test_a_wrong_forward_pass_is_explained_without_a_backward_pass():
    exercise = two_passes()
    result = stopped_in_backward(exercise, exercise.seal(SEEDS), lambda x: 3 * x)
    assert (result.score, result.misconceptions) == (0, ("tripled",))
    assert {finding.output for finding in result.findings} == {"", "out"}


def bounded_exercise(needs):
    """Test-mode dropout is the identity: its points need the fraction kept in training."""
    exercise = Code(
        syllabus="a.b",
        difficulty=1,
        calls=["f(x, a) -> kept", "f(x, b) -> same"],
        reference={"f": lambda x, mode: x / 2 if mode else x},
        points={"train": 2, "test": 2},
        checks={"train": "kept", "test": "same"},
        needs=needs,
    )

    @exercise.cases("train", "test", hidden=2)
    def mixed(rng):
        return Case(x=rng.normal(size=3) + 5, a=1, b=0)

    return exercise


@pytest.mark.parametrize("needed", ["kept", "train"])
def test_needs_bars_what_a_trivial_answer_would_earn(needed):
    exercise = bounded_exercise({"test": needed})
    result = judged({"f": lambda x, mode: x}, exercise, exercise.seal(SEEDS))
    assert result.score == 0
    assert result.parts[1].barred_by == needed
    assert of_kind(result, FindingKind.BARRED)
    assert judged(exercise.reference, exercise, exercise.seal(SEEDS)).score == 4
    free = bounded_exercise({})
    assert judged({"f": lambda x, mode: x}, free, free.seal(SEEDS)).score == 2


def viewed_exercise():
    exercise = Code(
        syllabus="a.b",
        difficulty=1,
        calls="train(n) -> w",
        reference={"train": lambda n: np.ones(n)},
        points={"share": 2},
        checks={"share": "share"},
        accept={"share": AtLeast(bound=0.5)},
    )

    @exercise.view
    def share(inputs, outputs):
        if len(outputs["w"]) != inputs["n"]:
            raise Rejected(zh="长度不对", en="wrong length")
        return {"share": float(np.mean(outputs["w"]))}

    @exercise.cases("share", hidden=2)
    def any_size(rng):
        return Case(n=int(rng.integers(2, 9)))

    return exercise


def test_what_a_view_rejects_is_told_in_its_words():
    exercise = viewed_exercise()
    result = judged({"train": lambda n: np.ones(n + 1)}, exercise, exercise.seal(SEEDS))
    assert (result.score, result.verdict) == (0, Verdict.WRONG)
    assert of_kind(result, FindingKind.REJECTED)[0].text.en == "wrong length"


@pytest.mark.parametrize("odd", [None, 3, "abc", {"w": 1}, Unreadable(type_name="Net"), [float("nan")] * 4])
def test_a_view_that_cannot_read_odd_outputs_makes_them_wrong(odd):
    exercise = viewed_exercise()
    result = judged({"train": lambda n: odd}, exercise, exercise.seal(SEEDS))
    assert result.score == 0
    assert result.verdict is Verdict.WRONG


leaf = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.just(Unreadable(type_name="generator"))
    | st.builds(lambda s: np.full(s, np.nan), st.tuples(st.integers(0, 3), st.integers(0, 3)))
    | st.builds(lambda n: np.zeros(n, dtype=complex), st.integers(0, 3))
)
values = st.recursive(
    leaf, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=4), v, max_size=3)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.fixed_dictionaries({}, optional={"loss": values, "dx": values}), max_size=9))
def test_judging_never_raises_and_scores_stay_in_range(outputs):
    run = QuestionRun(id="q1", cases=tuple(CaseRun(outputs=one) for one in outputs))
    result = judge_code(EXERCISE, SEALED.cases, run, "q1")
    assert result.score == 0  # no drawn case has a loss or dx that hypothesis would hit
    result.model_dump_json()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_one_nan_anywhere_is_never_a_pass(data):
    run = run_cases(EXERCISE, SEALED.cases, softmax_loss)
    place = data.draw(st.integers(0, len(run.cases) - 1))
    outputs = dict(run.cases[place].outputs)
    dx = np.array(outputs["dx"])
    if data.draw(st.booleans()):
        dx.flat[data.draw(st.integers(0, dx.size - 1))] = np.nan
    else:
        outputs["loss"] = np.nan
    changed = run.cases[place].model_copy(update={"outputs": {**outputs, "dx": dx}})
    cases = (*run.cases[:place], changed, *run.cases[place + 1 :])
    result = judge_code(EXERCISE, SEALED.cases, QuestionRun(id="q1", cases=cases), "q1")
    assert result.score < 10
    assert result.cases[place].verdict is Verdict.WRONG
    assert of_kind(result, FindingKind.NOT_FINITE)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([0.0, 1.0, -1.0, np.nan, np.inf, -np.inf, 1e308, 1e-320, 3.5]), min_size=1, max_size=4
    ),
    st.sampled_from([np.float64, np.float32, np.int64, np.bool_, object, complex]),
)
def test_arrays_of_the_right_shape_and_odd_entries_earn_nothing(entries, dtype):
    with np.errstate(all="ignore"):

        def answer(x, y):
            finite = [entry for entry in entries if np.isfinite(entry)] or [0.0]
            used = finite if dtype is np.int64 else entries
            clipped = np.clip(used, -1e9, 1e9) if dtype is np.int64 else np.array(used)
            return np.inf, np.resize(clipped, x.shape).astype(dtype)

        result = judged(answer)
    assert result.score == 0
    assert not result.misconceptions
    result.model_dump_json()


def test_outputs_nested_too_deep_to_copy_are_wrong():
    nested = []
    for _ in range(5000):
        nested = [nested]
    exercise = viewed_exercise()
    sealed = exercise.seal(SEEDS)
    run = QuestionRun(id="q1", cases=(CaseRun(outputs={"w": nested}),) * len(sealed.cases))
    assert judge_code(exercise, sealed.cases, run, "q1").verdict is Verdict.WRONG
    run = QuestionRun(id="q1", cases=(CaseRun(outputs={"loss": nested, "dx": nested}),) * len(SEALED.cases))
    assert judge_code(EXERCISE, SEALED.cases, run, "q1").verdict is Verdict.WRONG
