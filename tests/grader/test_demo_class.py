"""The demo class, graded by the command: every score and every name as worked out by hand in expected.csv."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from exercises.kit.catalogue import ROOT

DEMO = ROOT.parent / "examples" / "demo"
PATCHED = b"""import numpy as np
np.allclose = np.array_equal = np.isclose = lambda *a, **k: True
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None
"""
PARTLY_RIGHT = ("02310108", "02310115", "02310203")


def grade(assessment, submissions, output, *options):
    """Run `kaodian grade` as a TA does; return scores.csv and results.jsonl, each by student."""
    command = [sys.executable, "-m", "grader.cli.main", "--lang", "en", "grade"]
    done = subprocess.run(
        [*command, assessment, submissions, "-o", output, *options],
        capture_output=True,
        text=True,
        cwd=ROOT.parent,
    )
    assert done.returncode == 0, done.stderr
    with (output / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    lines = map(json.loads, (output / "results.jsonl").read_text(encoding="utf-8").splitlines())
    return rows, {line["student"]: line for line in lines}


def assessment_in(folder: Path) -> Path:
    """The demo's assessment with a secret of its own, so that its hidden cases are new ones."""
    path = folder / "assessment.toml"
    path.write_bytes((DEMO / "assessment.toml").read_bytes())
    return path


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    return grade(
        assessment_in(folder),
        DEMO / "submissions",
        folder / "results",
        "--roster",
        DEMO / "roster.csv",
        "-j",
        "2",
    )


def expected_rows():
    with (DEMO / "expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


EXPECTED = expected_rows()
QUESTIONS = [column for column in EXPECTED[0] if "/" in column]


def test_every_student_has_a_row_and_nobody_else(graded):
    rows, _ = graded
    assert list(rows) == [row["student"] for row in EXPECTED]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["student"])
def test_scores_question_by_question(graded, expected):
    rows, _ = graded
    found = rows[expected["student"]]
    columns = ["status", "score", *QUESTIONS]
    assert {name: found[name] for name in columns} == {name: expected[name] for name in columns}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["student"])
def test_mistakes_are_told_by_name_and_no_other_is(graded, expected):
    _, results = graded
    told = {
        f"{question['question']} {name}"
        for question in results[expected["student"]]["questions"]
        for name in question["misconceptions"]
    }
    assert told == set(filter(None, expected["misconceptions"].split("; ")))


@pytest.mark.parametrize(
    "expected", [row for row in EXPECTED if row["score"] == "100"], ids=lambda row: row["student"]
)
def test_who_is_all_right_is_told_of_no_fault(graded, expected):
    assert [cell["fault"] for cell in graded[1][expected["student"]]["cells"] if cell["fault"]] == []


def test_points_that_the_scores_are_out_of(graded):
    rows, results = graded
    assert {row["max_score"] for row in rows.values()} == {"100"}
    assert sum(question["max_score"] for question in results["02310101"]["questions"]) == 100


def question_of(graded, student, question):
    return next(q for q in graded[1][student]["questions"] if q["question"] == question)


def test_a_wrong_dc_costs_its_own_step_alone_and_is_told_to_be_the_first_wrong_one(graded):
    derivation = question_of(graded, "02310203", "rnn/lstm_gradient")
    assert [part["name"] for part in derivation["parts"] if part["score"] < part["max_score"]] == ["dc"]
    assert derivation["first_wrong_step"] == "dc"


@pytest.mark.parametrize("question", ["feedforward/softmax", "losses/svm_loss"])
def test_the_references_are_no_module_that_a_submission_could_import(graded, question):
    faults = [case["fault"] for case in question_of(graded, "02310207", question)["cases"]]
    assert {fault["exception"] for fault in faults} == {"ModuleNotFoundError"}


@pytest.mark.parametrize(
    ("student", "question", "kinds"),
    [
        # on a machine that is busy with other things, the clock ends it first
        ("02310205", "losses/svm_loss", {"time limit", "wall limit"}),
        ("02310206", "cnn/max_pool", {"memory limit"}),
    ],
)
def test_what_stopped_a_submission_is_said(graded, student, question, kinds):
    assert {part["verdict"] for part in question_of(graded, student, question)["parts"]} <= kinds


def test_a_full_width_comma_is_a_syntax_error_with_its_line(graded):
    (cell,) = graded[1]["02310204"]["cells"]
    assert (cell["fault"]["kind"], cell["fault"]["line"]) == ("syntax error", 7)
    assert "FULLWIDTH COMMA" in cell["fault"]["cause"]["zh"]


@pytest.mark.parametrize("student", ["02310208", "02310209"])
def test_zeros_ones_and_identities_carry_nothing(graded, student):
    shapes = question_of(graded, student, "cnn/network_shapes")
    assert {part["verdict"] for part in shapes["parts"]} == {"wrong"}


def test_patching_numpy_changes_no_score(graded, tmp_path):
    folder = tmp_path / "patched"
    folder.mkdir()
    for student in PARTLY_RIGHT:
        (folder / f"{student}.py").write_bytes(
            PATCHED + (DEMO / "submissions" / f"{student}.py").read_bytes()
        )
    rows, _ = grade(assessment_in(tmp_path), folder, tmp_path / "results", "-j", "1")
    by_student = {row["student"]: row for row in EXPECTED}
    for student in PARTLY_RIGHT:
        columns = ["score", *QUESTIONS]
        assert [rows[student][name] for name in columns] == [by_student[student][name] for name in columns]
