"""Mistakes of real students, written from the statements alone, are told by their names."""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.seeds import Seeds
from grader.checking.check import run_and_judge
from grader.sandbox.runner import open_runner
from grader.submissions.reader import read_submission

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.py"))
AT_LEAST = 45
UNNAMED: frozenset[str] = frozenset()
"""Files whose mistake is known not to be told by its name."""


def head(path):
    """What the first lines say: the exercise, the mistake in words, the name that it should be told by, and the variant."""
    return dict(re.findall(r"^# (\w+): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def results():
    found = {}
    with ExitStack() as stack:
        runner = stack.enter_context(open_runner("numpy"))
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
    told = head(path)["name"] in results[path.name].misconceptions
    assert told == (path.name not in UNNAMED), results[path.name].misconceptions


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_mistake_costs_points(results, path):
    assert results[path.name].score < results[path.name].max_score


def test_at_least_forty_five_of_fifty_are_named(results):
    named = [path.name for path in CORPUS if head(path)["name"] in results[path.name].misconceptions]
    assert len(named) >= AT_LEAST
