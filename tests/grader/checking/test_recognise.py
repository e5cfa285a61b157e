"""Which exercises a piece of work answers is found without naming them."""

import pytest

from exercises.kit.catalogue import ROOT, load_all
from exercises.kit.code import Code
from grader.checking.recognise import answered
from grader.submissions.model import Cell

CODE = [exercise.id for exercise in load_all() if isinstance(exercise, Code)]


@pytest.mark.parametrize("exercise_id", CODE)
def test_every_worked_solution_is_recognised(exercise_id):
    source = (ROOT.parent / "solutions" / f"{exercise_id}.py").read_text(encoding="utf-8")
    assert exercise_id in [exercise.id for exercise in answered([Cell(label="work.py", source=source)])]
