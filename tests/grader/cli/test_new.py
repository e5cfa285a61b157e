"""`kaodian new`: workbooks of exercises, and of an assessment with the numbers that grading draws."""

import csv
import json
import os

import pytest
from click.testing import CliRunner

from exercises.kit.catalogue import load_exercise
from grader.assessments.loading import load_assessment
from grader.assessments.randomness import seeds_for
from grader.cli.main import cli

NUMBERS = "cnn/network_shapes"
CODE = "losses/kl_divergence"
CHOICE = "optimisation/batch_size"
KNOWN = {name: load_exercise(name).max_score for name in (NUMBERS, CODE, CHOICE)}
STUDENTS = ("0042", "赵一")
QUESTIONS = f"""
[[questions]]
id = "q1"
exercise = "{NUMBERS}"
points = 5

[[questions]]
id = "q2"
exercise = "{CODE}"

[[questions]]
id = "q3"
exercise = "{CHOICE}"
"""


def run(*arguments, status=0):
    outcome = CliRunner().invoke(cli, ["--lang", "en", *map(str, arguments)])
    assert outcome.exit_code == status, outcome.output
    return outcome.output


@pytest.fixture
def own(tmp_path):
    """An assessment with numbers for each student."""
    path = tmp_path / "midterm.toml"
    path.write_text(f'title = "期中\\n考试"\nvariants = "per-student"\n{QUESTIONS}', encoding="utf-8")
    (tmp_path / "roster.csv").write_text("id,name\n0042,Ann\n赵一,赵一\n", encoding="utf-8")
    return path


@pytest.fixture
def fixed(tmp_path):
    """An assessment with the same numbers for all."""
    path = tmp_path / "fixed.toml"
    questions = "".join(f'[[questions]]\nexercise = "{name}"\n' for name in (NUMBERS, CODE, CHOICE))
    path.write_text(f'title = "Quiz"\nvariants = "fixed"\nseed = 77\n{questions}', encoding="utf-8")
    return path


def drawn(path, student):
    """By question id, what grading draws for a student."""
    assessment = load_assessment(path, KNOWN)
    secret = bytes.fromhex(path.with_suffix(".secret").read_text())
    return {
        q.id: load_exercise(q.exercise).seal(seeds_for(assessment, secret, q.id, student))
        for q in assessment.questions
    }


def right_answers(path, student):
    """What a student who knows everything writes below his workbook."""
    sealed = drawn(path, student)
    exercise = load_exercise(NUMBERS)
    truth = {}
    for name, step in exercise.steps.items():
        truth[name] = step.value(sealed["q1"].params, truth)
    choice, options = load_exercise(CHOICE), sealed["q3"].order
    letters = "".join("abcdefghij"[options.index(name)] for name in choice.right)
    code = (choice.path.parents[2] / "solutions" / f"{CODE}.py").read_text()
    return f'\n\nanswers["q1"] = {truth!r}\nanswers["q3"] = {letters!r}\n{code}\n'


def test_each_workbook_solved_gets_full_marks_and_the_neighbours_numbers_do_not(own, tmp_path):
    folder, results = tmp_path / "books", tmp_path / "results"
    run("new", "--assessment", own, "--roster", tmp_path / "roster.csv", "-o", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["0042.py", "赵一.py"]
    for student in STUDENTS:
        book = folder / f"{student}.py"
        book.write_text(book.read_text(encoding="utf-8") + right_answers(own, student), encoding="utf-8")
    run("grade", own, folder, "-o", results, "--roster", tmp_path / "roster.csv", "-j", 1)
    with (results / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert {row["score"] for row in rows.values()} == {next(iter(rows.values()))["max_score"]}
    (folder / "赵一.py").write_bytes((folder / "0042.py").read_bytes())
    run("grade", own, folder, "-o", results, "--roster", tmp_path / "roster.csv", "-j", 1)
    with (results / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        copied = {row["student"]: row for row in csv.DictReader(file)}["赵一"]
    assert float(copied["q1"]) < 5


@pytest.mark.parametrize("student", STUDENTS)
def test_a_workbook_shows_the_students_own_numbers_and_options(own, tmp_path, student):
    book = tmp_path / "book.py"
    run("new", "--assessment", own, "--student", student, "-o", book)
    text = book.read_text(encoding="utf-8")
    params = drawn(own, student)["q1"].params
    shown = text[text.index("## q1") : text.index("## q2")]
    for number in (params.height, params.kernel, params.channels, params.classes):
        assert str(number) in shown
    assert "## q1" in text
    assert "(5 points)" in text
    compile(text, "book.py", "exec")


def test_the_notebooks_public_cases_are_those_of_grading(own, tmp_path):
    book = tmp_path / "book.ipynb"
    run("new", "--assessment", own, "--student", "0042", "-o", book)
    whole = json.loads(book.read_text(encoding="utf-8"))
    tests = json.dumps(whole["metadata"]["otter"]["tests"]["q2"])
    sealed = drawn(own, "0042")["q2"]
    assert all(repr(float(case.inputs["p"][0])) in tests for case in sealed.public)
    assert not any(str(case.inputs["p"].tolist()) in tests for case in sealed.hidden)


def test_neither_secret_nor_seeds_nor_hidden_cases_are_in_a_workbook(own, tmp_path):
    for name in ("book.py", "book.ipynb"):
        run("new", "--assessment", own, "--student", "0042", "-o", tmp_path / name)
    secret = own.with_suffix(".secret").read_text().strip()
    assert own.with_suffix(".secret").stat().st_mode & 0o077 == 0
    assessment = load_assessment(own, KNOWN)
    for name in ("book.py", "book.ipynb"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert secret not in text
        assert "seed" not in text
        for question in assessment.questions:
            seeds = seeds_for(assessment, bytes.fromhex(secret), question.id, "0042")
            assert not any(str(number) in text for _, number in seeds)


def test_a_spelling_of_an_id_makes_no_other_numbers(own, tmp_path):
    run("new", "--assessment", own, "--student", "Ab1", "-o", tmp_path / "one.ipynb")
    run("new", "--assessment", own, "--student", "ab1", "-o", tmp_path / "two.ipynb")
    one, two = (json.loads((tmp_path / name).read_text())["cells"][2:] for name in ("one.ipynb", "two.ipynb"))
    assert [cell["source"] for cell in one] == [cell["source"] for cell in two]


def test_fixed_variants_need_no_student_and_no_secret_and_can_be_checked(fixed, tmp_path):
    book = tmp_path / "book.py"
    run("new", "--assessment", fixed, "-o", book)
    assert not fixed.with_suffix(".secret").exists()
    text = book.read_text(encoding="utf-8")
    assert "# kaodian: seed 77\n" in text
    load_assessment(fixed, KNOWN)
    plain = tmp_path / "plain.py"
    run("new", NUMBERS, CODE, CHOICE, "--seed", 77, "-o", plain)
    assert text[text.index("## ") :] == plain.read_text(encoding="utf-8")[plain.read_text().index("## ") :]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "say whose with --student or --roster"),
        (("--student", "a/b"), "looks like a path"),
        (("--student", "1", "--roster", "ROSTER"), "give one of the two"),
        (("--student", "1", "--seed", "3"), "--assessment says which exercises and which seed"),
        ((NUMBERS, "--student", "1"), "--assessment says which exercises and which seed"),
    ],
)
def test_bad_usage_is_told_in_a_sentence(own, tmp_path, options, said):
    options = [str(tmp_path / "roster.csv") if option == "ROSTER" else option for option in options]
    output = run("new", "--assessment", own, *options, "-o", tmp_path / "book.py", status=2)
    assert said in output
    assert not (tmp_path / "book.py").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "is a folder"),
        ("none/work.py", "there is no folder"),
        ("file/work.py", "there is no folder"),
        ("work.txt", "work.txt: a workbook ends in .py or .ipynb"),
        (f"{'n' * 300}.py", "cannot be written: File name too long"),
        ("locked/work.py", "work.py cannot be written: Permission denied"),
    ],
)
def test_where_nothing_can_be_written_a_sentence_says_why(tmp_path, monkeypatch, name, said):
    (tmp_path / "file").write_text("")
    (tmp_path / "locked").mkdir(mode=0)
    monkeypatch.chdir(tmp_path)
    user = os.geteuid()
    if user == 0 and name.startswith("locked"):
        os.seteuid(65534)  # root enters every folder
    try:
        outcome = CliRunner().invoke(cli, ["new", CODE, "-o", name])
    finally:
        os.seteuid(user)
    assert outcome.exit_code == 2, outcome.exception
    assert said in outcome.output


def test_student_without_an_assessment_is_bad_usage(tmp_path):
    assert "go with --assessment" in run("new", CODE, "--student", "1", "-o", tmp_path / "b.py", status=2)


def test_nothing_is_overwritten_unless_asked(own, tmp_path):
    folder = tmp_path / "books"
    command = ("new", "--assessment", own, "--roster", tmp_path / "roster.csv", "-o", folder)
    run(*command)
    (folder / "0042.py").write_text("mine")
    assert "0042.py" in run(*command, status=2)
    assert (folder / "0042.py").read_text() == "mine"
    run(*command, "--force")
    assert (folder / "0042.py").read_text() != "mine"


def test_a_broken_assessment_is_told_with_its_line(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text('title = "x"\n[[questions]]\nexercise = "losses/kl_divergense"\n')
    output = run("new", "--assessment", path, "-o", tmp_path / "b.py", status=2)
    assert "bad.toml, line 3" in output
    assert "losses/kl_divergence" in output


def test_of_a_workbook_with_own_numbers_check_examines_the_code_alone(own, tmp_path):
    own.write_text(own.read_text(encoding="utf-8").replace('id = "q1"\n', ""), encoding="utf-8")
    book = tmp_path / "book.py"
    run("new", "--assessment", own, "--student", "0042", "-o", book)
    code = (load_exercise(CODE).path.parents[2] / "solutions" / f"{CODE}.py").read_text()
    answer = f'\nanswers["{NUMBERS}"] = {{"conv_out": 1, "pool_out": 1, "fc_parameters": 1}}\n'
    book.write_text(book.read_text(encoding="utf-8") + answer + code, encoding="utf-8")
    report = json.loads(run("check", book, "--hidden", "--json"))
    assert [one["id"] for one in report["exercises"]] == [CODE]
    assert any("your own" in note["en"] for note in report["notes"])
    asked = json.loads(run("check", book, "--json", "--seed", 3, status=1))
    assert NUMBERS in [one["id"] for one in asked["exercises"]]
