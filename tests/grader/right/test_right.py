"""Right answers in odd styles get full marks: nothing but what is wrong may cost points."""

import re
from pathlib import Path

import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.seeds import Seeds
from grader.checking.check import run_and_judge
from grader.checking.runners import OwnRunners
from grader.submissions.reader import read_submission

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.py"))


def head(path):
    """What the first lines say: the exercise, the style in words, and the variant (0 where none is named)."""
    return dict(re.findall(r"^# (\w+): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def results():
    found = {}
    with OwnRunners() as runners:  # as `kaodian check` does: where there is no sandbox, a plain process
        runner, _ = runners.get("numpy")
        for path in CORPUS:
            exercise = load_exercise(head(path)["exercise"])
            number = int(head(path).get("seed", 0))
            sealed = {exercise.id: exercise.seal(Seeds.from_number(number, exercise.id))}
            submission = read_submission(path, student="x")
            ((result,), cells) = run_and_judge(submission, [exercise], sealed, runner, hidden=True)
            assert all(cell.fault is None for cell in cells), path.name
            found[path.name] = result
    return found


def test_every_kind_of_exercise_has_some():
    kinds = {type(load_exercise(head(path)["exercise"])).__name__ for path in CORPUS}
    assert kinds >= {"Code", "Numeric", "Derivation", "Choice", "Order"}
    assert len({head(path)["exercise"] for path in CORPUS}) >= 20


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_right_answer_in_an_odd_style_gets_full_marks(results, path):
    result = results[path.name]
    assert result.score == pytest.approx(result.max_score), (result.parts, result.findings)
    assert result.misconceptions == ()
