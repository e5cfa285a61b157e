"""Replies of the same bytes are judged once, whoever sent them; all others each for themselves."""

import pytest

from exercises.kit.catalogue import MaxScores, load_exercise, needs_torch
from exercises.kit.seeds import Seeds
from grader.assessments.loading import load_assessment
from grader.batch import grading
from grader.batch.grading import grade_submission
from grader.batch.paper import draw_paper
from grader.sandbox.job import Limits
from grader.sandbox.runner import Sandbox
from grader.submissions.model import Cell, Submission
from tests.grader.batch.small_class import RIGHT, UNSTABLE, WRONG, write_class

PRINTS = RIGHT.replace("    e = np", "    print('here')\n    e = np")
FAULTY = RIGHT.replace("    e = np", "    x = x[0, 0, 0]\n    e = np")
NAME = "feedforward/softmax"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as box:
        yield box


@pytest.fixture
def paper(tmp_path):
    assessment = load_assessment(write_class(tmp_path, 1), MaxScores(), needs_torch)
    exercises = {q.exercise: load_exercise(q.exercise) for q in assessment.questions}
    return draw_paper(assessment, exercises, {q.id: Seeds.from_number(5, q.id) for q in assessment.questions})


@pytest.fixture
def judged(monkeypatch):
    """The ids of questions, as they are judged."""
    asked = []

    def judge(exercise, sealed, question_id, **found):
        asked.append(question_id)
        return real(exercise, sealed, question_id, **found)

    real = grading.judge
    monkeypatch.setattr(grading, "judge", judge)
    return asked


def graded(source, paper, sandbox, number=1):
    source = source.format(number=number)
    submission = Submission(
        student="1", source_name="1.py", sha256="", cells=(Cell(label="1.py", source=source),)
    )
    return grade_submission(submission, paper, Limits(), sandbox)


@pytest.mark.parametrize("source", [RIGHT, WRONG])
def test_the_second_who_sends_the_same_gets_the_same_without_being_judged(source, paper, sandbox, judged):
    first = graded(source, paper, sandbox)
    second = graded(source, paper, sandbox, number=2)
    assert judged.count(NAME) == 1
    assert second.questions == first.questions
    assert second.score == first.score


def test_another_last_bit_is_judged_anew(paper, sandbox, judged):
    graded(RIGHT, paper, sandbox)
    other = RIGHT.replace("return e / e.sum", "return np.nextafter(1.0, 2.0) * e / e.sum")
    assert graded(other, paper, sandbox).questions[0].score == 5
    assert graded(WRONG, paper, sandbox).questions[0].score < 5
    assert judged.count(NAME) == 3


@pytest.mark.parametrize("source", [PRINTS, UNSTABLE, FAULTY])  # NumPy warns in print
def test_what_is_printed_or_raised_belongs_to_each_student(source, paper, sandbox, judged):
    first, second = (graded(source, paper, sandbox) for _ in range(2))
    assert judged.count(NAME) == 2
    assert first.questions == second.questions


def test_no_more_is_remembered_than_fits(paper, sandbox, judged, monkeypatch):
    monkeypatch.setattr(grading, "_MOST_JUDGED", 1)
    for source in (RIGHT, WRONG, RIGHT):
        score = graded(source, paper, sandbox).questions[0].score
        assert (score == 5) == (source is RIGHT)
    assert judged.count(NAME) == 3
    assert len(paper.questions[0].judged) == 1
