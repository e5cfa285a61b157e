"""Mistakes of real students, written from the statements alone, are told by their names."""

import re
from pathlib import Path

import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.seeds import Seeds
from grader.checking.check import run_and_judge
from grader.checking.runners import OwnRunners
from grader.submissions.reader import read_submission

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.py"))
AT_LEAST = 0.9
UNNAMED: frozenset[str] = frozenset()
"""Files whose mistake is known not to be told by its name."""


def head(path):
    """What the first lines say, by its word.

    `exercise`, `mistake` in words, the `name` that it should be told by; `seed` of the variant, 0 where it is
    not said; `costs` where no points are left, because no aspect is free of the mistake.
    """
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


def test_the_class_is_large_enough():
    assert len(CORPUS) >= 50
    assert len({head(path)["exercise"] for path in CORPUS}) >= 30


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_mistake_is_told_by_its_name(results, path):
    told = results[path.name].misconceptions == (head(path)["name"],)  # and by no other name
    assert told == (path.name not in UNNAMED), results[path.name].misconceptions


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_mistake_costs_points_and_what_is_right_keeps_its_own(results, path):
    result = results[path.name]
    assert result.score < result.max_score
    assert (result.score == 0) == (head(path).get("costs") == "everything"), result.parts


@pytest.mark.parametrize("path", [one for one in CORPUS if "loses" in head(one)], ids=lambda path: path.stem)
def test_a_mistake_costs_once(results, path):
    lost = [part.name for part in results[path.name].parts if part.score < part.max_score]
    assert lost == head(path)["loses"].split()


def test_nine_of_ten_are_named(results):
    named = [path.name for path in CORPUS if head(path)["name"] in results[path.name].misconceptions]
    assert len(named) >= AT_LEAST * len(CORPUS)
