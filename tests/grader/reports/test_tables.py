"""Tables for spreadsheets and scripts, summaries for terminals."""

import csv
import io
import json
import math
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import EVIL, bank, evil, faulty, made_class, submission, unreadable, weak, weak_questions
from rich.console import Console

from grader.assessments.model import Assessment, Question
from grader.batch.result import ClassResult, SubmissionResult
from grader.judging.result import Finding, FindingKind
from grader.judging.unknown import UnknownAnswers
from grader.reports.tables import result_line, safe_cell, scores_csv
from grader.reports.terminal import print_check, print_class, print_markdown
from grader.sandbox.job import Limits

ASSESSMENT = Assessment(
    title=made_class().title,
    variants="fixed",
    seed=1,
    modules=(),
    limits=Limits(),
    questions=tuple(Question(id=f"q{n}", exercise="made/mean_loss", points=10) for n in range(1, 6)),
    secret_file=Path("secret"),
)


def rows(result: ClassResult) -> list[dict[str, str]]:
    text = scores_csv(result, ASSESSMENT)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_scores_have_a_column_for_each_question_also_an_unanswered_one():
    table = {row["student"]: row for row in rows(made_class())}
    assert list(table["2024010203"]) == [
        "student", "name", "status", "score", "max_score", "pending", "remarks", "q1", "q2", "q3", "q4", "q5",
    ]  # fmt: skip
    row = next(row for row in rows(made_class()) if row["name"] == "李小明")
    assert (row["status"], row["max_score"], row["q1"], row["q5"]) == ("graded", "21", "4", "")
    assert table["2024010205"]["status"] == "could not be graded"
    assert table["2024010205"]["q1"] == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+886", "'+886"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'⟨U+0009⟩=1"),
        ("\r=1", "'⟨U+000D⟩=1"),
        ("＝1", "'＝1"),
        ("2024010203", "2024010203"),
        ("O'Neil = 1", "O'Neil = 1"),
    ],
)
def test_no_cell_of_text_is_a_formula(text, cell):
    assert safe_cell(text) == cell


@given(st.text(), st.text(min_size=1))
def test_any_name_stays_in_its_cell(name, student):
    [row] = rows(
        ClassResult(title=ASSESSMENT.title, assessment="", results=(submission(student, (), name=name),))
    )
    assert row["name"] == safe_cell(name)
    assert row["student"] == safe_cell(student)
    assert row["score"] == "0"


def test_numbers_are_numbers_also_below_zero():
    one = submission("1", (), score=-0.5)
    assert rows(ClassResult(title=ASSESSMENT.title, assessment="", results=(one,)))[0]["score"] == "-0.5"


def test_a_score_that_is_no_number_is_not_written_as_one():
    one = submission("1", (), score=math.nan)
    assert rows(ClassResult(title=ASSESSMENT.title, assessment="", results=(one,)))[0]["score"] == "?"


@pytest.mark.parametrize("make", [weak, faulty, evil, unreadable])
def test_a_result_comes_back_from_its_line(make):
    line = result_line(make())
    assert "\n" not in line
    assert SubmissionResult.model_validate_json(line) == make()


def test_numbers_that_are_not_finite_come_back_from_valid_json():
    findings = (
        Finding(kind=FindingKind.RELATION, relation="factor", factor=math.inf),
        Finding(kind=FindingKind.RELATION, relation="factor", factor=-math.inf),
    )
    question = weak_questions()[0].model_copy(update={"findings": findings})
    result = submission("1", (question,))

    def refuse(constant):
        raise AssertionError(f"{constant} is not JSON")

    line = result_line(result)
    json.loads(line, parse_constant=refuse)
    assert SubmissionResult.model_validate_json(line) == result


def printed(show, *, terminal: bool = False) -> str:
    text = io.StringIO()
    show(Console(file=text, force_terminal=terminal, width=80, color_system="standard" if terminal else None))
    return text.getvalue()


def check_report(**fields):
    made = {
        "submission": SimpleNamespace(source_name="work.py", notes=()),
        "problem": None,
        "cells": (),
        "unknown_answers": UnknownAnswers(),
        "answers_fault": None,
        "seed": 0,
        "seed_named": True,
        "results": weak_questions(),
        "exercises": bank(),
        "hidden": False,
        "runner": "sandbox",
        "score": 6.0,
        "max_score": 21.0,
    }
    return SimpleNamespace(**{**made, **fields})


def test_a_class_in_short():
    text = printed(lambda out: print_class(made_class(), "en", out))
    assert "graded 11, could not be graded 1, nothing handed in 1" in text
    assert "13.36" in text
    assert "45 %  q1  gradient_without_two" in text
    assert "\x1b" not in text


def test_a_class_without_a_graded_submission_is_told_too():
    empty = ClassResult(title=made_class().title, assessment="", results=(unreadable(),))
    assert "无法评分 1" in printed(lambda out: print_class(empty, "zh", out))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_check_tells_every_finding(language):
    text = printed(lambda out: print_check(check_report(), language, out))
    for fact in ("4 / 10", "6 / 21", "gradient_without_two", "one_forgotten", "symmetric", "conv_out"):
        assert fact in text
    assert "--hidden" in text
    assert "\x1b" not in text


def test_a_check_says_when_there_was_no_sandbox():
    text = printed(lambda out: print_check(check_report(runner="plain process", hidden=True), "en", out))
    assert "No sandbox" in text
    assert "--hidden" not in text


def test_nothing_of_a_student_reaches_the_terminal_as_an_escape_sequence_or_as_markup():
    bad = evil()
    report = check_report(
        submission=SimpleNamespace(source_name=EVIL + "[red]x[/red]", notes=bad.notes),
        cells=bad.cells,
        results=bad.questions,
    )
    text = printed(lambda out: print_check(report, "en", out), terminal=True)
    assert "\x1b[31mred" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "[red]x[/red]" in text
    assert "⟨U+001B⟩[31mred" in text


def test_colour_only_on_a_terminal():
    assert "\x1b[" in printed(lambda out: print_class(made_class(), "en", out), terminal=True)


def test_a_statement_is_not_broken_into_other_lines():
    line = "word " * 60
    assert line.strip() in printed(lambda out: print_markdown(line, out))
