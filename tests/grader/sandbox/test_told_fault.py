"""A fork may have been taken over: of a fault it can only say what our own code would."""

import pytest

from exercises.kit.program import parse_program
from grader.sandbox.job import CaseJob, FaultKind, Job, QuestionJob
from grader.sandbox.told_fault import read_fault, sources_of
from grader.submissions.model import Cell

HIDDEN = "6:(2, 3):-2.94 -2.15 1.01"
CASE = CaseJob(
    program=parse_program(["forward(x) -> loss, cache", "cache.backward() -> dx"], opaque="cache"),
    inputs={"x": 1.0},
    seed=0,
)
JOB = Job(
    cells=(Cell(label="work.py[2]", source="a = 1\nb = 2"),),
    modules={"layers.fc": "c = 3"},
    questions=(QuestionJob(id="q", cases=(CASE,), given="def given(): pass"),),
)


def read(case=CASE, **told):
    return read_fault({"kind": "error", **told}, sources_of(JOB), case)


def test_what_our_own_code_says_is_read():
    assert read(kind="error", exception="ValueError", message="no", label="work.py[2]", line=2).line == 2
    assert read(label="layers/fc.py", line=1).label == "layers/fc.py"
    assert read(kind="no result", label="<given>", line=1).kind is FaultKind.NO_RESULT
    assert read(kind="missing name", name="forward").name == "forward"
    assert read(kind="missing name", name="cache.backward").name == "cache.backward"
    assert read(kind="wrong number of results", name="forward", expected=2, found=3).found == 3
    assert read(None, kind="no result", name="answers", message="a list").name == "answers"
    assert read(None, kind="syntax error", label="work.py[2]", line=3).line == 3  # it ends too early


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "wrong number of results", "name": HIDDEN, "expected": 2, "found": 3},
        {"kind": "missing name", "name": HIDDEN},
        {"kind": "not callable", "name": HIDDEN},
        {"kind": "error", "name": "forward"},
        {"label": HIDDEN, "line": 1},
        {"label": "work.py[7772915]", "line": 1},
        {"label": "work.py[2]", "line": 29_4215},
        {"line": 2},
        {"kind": "wrong number of results", "name": "forward", "expected": 294, "found": 3},
        {"kind": "wrong number of results", "name": "forward", "expected": 2},
        {"kind": "error", "expected": 294, "found": 215},
        {"kind": "error", "found": 215},
        {"kind": "error", "signal": HIDDEN},
        {"kind": "time limit"},
        {"kind": "crashed"},
        {"kind": HIDDEN},
        {"line": -1},
        {"line": 1 << 40},
    ],
)
def test_nothing_else_gets_through(told):
    with pytest.raises(ValueError):
        read(**told)


def test_a_name_that_a_case_calls_is_none_of_a_cell():
    with pytest.raises(ValueError):
        read(None, kind="missing name", name="forward")


def test_a_number_of_results_that_could_hold_an_input_is_cut():
    assert read(kind="wrong number of results", name="forward", expected=2, found=294_215).found == 1000
