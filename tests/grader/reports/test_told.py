"""Which findings are told, and in which words where loading stopped."""

from exercises.kit.catalogue import exercise_ids, load_exercise
from exercises.kit.seeds import Seeds
from exercises.kit.syllabus import in_course_order
from grader.judging.code import judge_code
from grader.judging.result import FindingKind, Verdict
from grader.reports.labels import verdict_text
from grader.reports.told import told_findings
from tests.grader.judging.softmax import run_cases


def test_a_mistake_that_shows_in_several_outputs_is_told_once():
    exercise = load_exercise("losses/softmax_loss")
    cases = exercise.seal(Seeds.from_number(0, exercise.id)).cases
    right = exercise.namespace["softmax_loss"]

    def sums_that_overflow(x, y):
        loss, dx = right(x, y)
        factor = float("nan") if abs(x).max() > 500 else len(x)
        return loss * factor, dx * factor

    result = judge_code(exercise, cases, run_cases(exercise, cases, sums_that_overflow), "q1")
    named = [f.name for f in result.findings if f.kind is FindingKind.MISCONCEPTION]
    assert len(named) > len(set(named))
    told = [f.name for f, _ in told_findings(result) if f.kind is FindingKind.MISCONCEPTION]
    assert sorted(told) == sorted(set(named))


def test_what_was_not_run_is_no_missing_answer():
    assert verdict_text(Verdict.NO_ANSWER, "en", stopped=False) == "no answer"
    assert verdict_text(Verdict.NO_ANSWER, "en", stopped=True) == "not read"
    assert verdict_text(Verdict.NO_ANSWER, "zh", stopped=True) == "没有读到"


def test_practice_goes_through_the_course_from_its_beginning():
    ids = in_course_order(exercise_ids())
    assert sorted(ids) == sorted(exercise_ids())
    assert ids[0].startswith("history/")
    topics = list(dict.fromkeys(name.partition("/")[0] for name in ids))
    assert topics.index("feedforward") < topics.index("cnn") < topics.index("rnn") < topics.index("vision")
    levels = [load_exercise(name).difficulty for name in ids if name.startswith("losses/")]
    assert levels == sorted(levels)
