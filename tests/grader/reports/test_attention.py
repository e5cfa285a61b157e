"""What a TA is told of a class beside its scores: on the console, on the class page, by ids."""

import io
import json
import re

import pytest
from rich.console import Console

from grader.batch.result import SubmissionResult
from grader.reports.run import grade_class
from grader.reports.terminal import print_class
from tests.grader.batch.small_class import write_class

EVIL = "\u202e\x1b[31m</script><script>alert(1)</script>`*"
SHAPES = 'answers["cnn/network_shapes"] = {"conv_out": 1}\n'


@pytest.fixture
def folder(tmp_path):
    write_class(tmp_path, 1)
    return tmp_path


def hand_in(folder, student, source):
    (folder / "submissions" / f"{student}.py").write_text(source, encoding="utf-8")


def grade(folder, **options):
    run = grade_class(folder / "quiz.toml", folder / "submissions", folder / "results", **options)
    return {result.student: result for result in run.result.results}, run.result


def console(result, language="en"):
    text = io.StringIO()
    print_class(result, language, Console(file=text, width=80))
    return text.getvalue()


def page(folder, name):
    return (folder / "results" / name).read_text(encoding="utf-8")


def test_answers_under_a_misspelt_id_are_told_to_the_student_and_counted_for_the_ta(folder):
    hand_in(folder, "2001", SHAPES.replace("network_shapes", "networkshapes"))
    hand_in(folder, "2002", f"answers[{EVIL!r}] = 1\n" + SHAPES)
    hand_in(folder, "2003", SHAPES + 'answers["feedforward/softmax"] = 1\nanswers["other"] = None\n')
    results, whole = grade(folder)
    assert [results[s].unknown_answers.count for s in ("1000", "2001", "2002", "2003")] == [0, 1, 1, 0]
    own = page(folder, "students/2001.html")
    assert "Did you mean <code>cnn/network_shapes</code>?" in own
    assert "是不是想写 <code>cnn/network_shapes</code>？" in own
    hostile = page(folder, "students/2002.html")
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in hostile
    assert not re.search(r"[\u202e\x1b]|<script", hostile)
    assert "no question has that id" not in page(folder, "students/2003.html")
    for told in (console(whole), page(folder, "class.html")):
        assert "2 answers under ids that no question has were not judged, of 2 students (2001, 2002)" in told
    assert "题号不存在的答案有 2 个" in console(whole, "zh")


def test_answers_that_are_no_dict_are_told(folder):
    hand_in(folder, "2001", "answers = [1, 2]\n")
    _, whole = grade(folder)
    assert "<code>answers</code> should be a dict and yours is not" in page(folder, "students/2001.html")
    assert "nothing in it was judged: 1 student (2001)" in console(whole)


def test_lines_of_an_earlier_version_load(folder):
    results, _ = grade(folder)
    line = json.loads(results["1000"].model_dump_json())
    del line["unknown_answers"], line["answers_fault"]
    assert SubmissionResult.model_validate(line) == results["1000"]


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (
            "2001.py",
            "In 1 of them the id differs in leading zeros alone, such as 2001.py and the roster's 02001",
        ),
        (
            "hw1_02001.py",
            "In 1 of them the file's name holds an id of the roster, such as hw1_02001.py and 02001",
        ),
        ("3333.py", "not graded.\n"),
    ],
)
def test_whoever_is_not_in_the_roster_is_told_on_the_console_with_the_id_that_is_meant(folder, file, says):
    (folder / "submissions" / file).write_text(SHAPES)
    roster = folder / "roster.csv"
    roster.write_text("id,name\n1000,A\n02001,B\n")
    _, whole = grade(folder, roster=roster)
    assert "1 submission is not in the roster and not graded." in console(whole)
    assert says in console(whole)
    assert "有 1 份提交不在名单里，没有评分。" in console(whole, "zh")
    assert "1 submission is not in the roster" in page(folder, "class.html")
