"""What a TA is told of a class beside its scores: on the console, on the class page, by ids."""

import io
import json
import re

import pytest
from rich.console import Console

from grader.batch.result import SubmissionResult
from grader.reports.run import grade_class
from grader.reports.terminal import print_class
from tests.grader.batch.small_class import RIGHT, write_class

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
        assert "ids that no question has were not judged: 2 of 2 students (2001, 2002)" in told
    assert "有 2 个答案写在不存在的题号下" in console(whole, "zh")


def test_an_answer_under_a_misspelt_step_is_told(folder):
    hand_in(folder, "2001", 'answers["cnn/network_shapes"] = {"convout": 1, "pool_out": 2}\n')
    _, whole = grade(folder)
    own = page(folder, "students/2001.html")
    assert "is called <code>convout</code>, so it was not judged. Did you mean <code>conv_out</code>?" in own
    assert "没有叫 <code>convout</code> 的步骤，所以没有评它。是不是想写 <code>conv_out</code>？" in own
    assert "no step of the question has were not judged: 1 student (2001)" in console(whole)


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


LOADING = {
    "3001": ("import jax\n" + RIGHT, "imports <code>jax</code>", "导入了 <code>jax</code>"),
    "3002": (
        "import sys\nsys.exit(0)\n" + RIGHT,
        "<code>sys.exit()</code> (<code>3002.py</code>, line 2)",
        "line",
    ),
    "3003": ("x = lenght\n" + RIGHT, "uses <code>lenght</code>, which is not defined", "<code>lenght</code>"),
    "3004": ("x = np.ones(3)\n" + RIGHT, "Write <code>import numpy as np</code>", "开头写上"),
    "3005": ("def softmax(x)\n    return x\n", "a syntax error (<code>3005.py</code>, line 1)", "有语法错误"),
    "3006": ("open('data.csv')\n" + RIGHT, "opens a file that is not there", "没有数据文件"),
    "3007": (
        "1 / 0\n" + RIGHT,
        "raised <code>ZeroDivisionError</code> while it was loaded",
        "在加载时抛出了",
    ),
    "3008": ("exit()\n" + RIGHT, "Remove that call", "去掉这个调用"),
}


def test_code_that_did_not_load_is_counted_and_each_cause_has_its_advice(folder):
    for student, (source, _, _) in LOADING.items():
        hand_in(folder, student, source.format(number=1) if "{" in source else source)
    hand_in(folder, "3009", RIGHT.format(number=1) + "print(softmax(np.ones(3)))\n")
    results, whole = grade(folder)
    assert results["1000"].loaded == "whole"
    assert results["3009"].loaded == "in part"
    assert {results[student].loaded for student in LOADING} == {"not at all"}
    told = console(whole)
    assert "The code of 8 students did not load, and nothing of it could be judged (3001: " in told
    assert "3002: SystemExit" in told
    assert "3005: syntax error" in told
    assert "The code of 1 student stopped while it was loaded, and what follows was not run (3009: " in told
    assert "有 8 个学生的代码没有加载" in console(whole, "zh")
    assert "3005: 语法错误" in console(whole, "zh")
    html = page(folder, "class.html")
    assert html.count('<span class="verdict bad">code did not load</span>') == 8
    assert "was not found in what you handed in" not in html
    rows = page(folder, "scores.csv").splitlines()
    assert [row.split(",")[6] for row in rows if row.startswith(("1000", "3005", "3009"))] == [
        "",
        "code did not load",
        "code stopped while loading",
    ]
    for student, (_, en, zh) in LOADING.items():
        own = page(folder, f"students/{student}.html")
        assert en in own
        assert zh in own
        assert "was not found in what you handed in" not in own
        assert "<code>softmax</code> was not loaded, for your code stopped" in own
        assert "<code>softmax</code> 没有加载进来" in own
        assert ">missing name<" not in own
        assert ">not loaded<" in own


def test_what_a_case_raises_is_told_by_its_type_alone(folder):
    """A case has seen hidden inputs: a module's name could spell them out."""
    source = "def softmax(x):\n    raise ModuleNotFoundError(f\"No module named 'leak{x.sum()}'\")\n"
    hand_in(folder, "3001", source)
    results, _ = grade(folder)
    assert results["3001"].loaded == "whole"
    assert "imports a module that is not there" in page(folder, "students/3001.html")
    assert "leak" not in page(folder, "students/3001.html")
