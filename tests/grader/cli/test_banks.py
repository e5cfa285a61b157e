"""Exercises of a course's own: their skeletons, and every command with them added."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import reference_impl
from exercises.kit import catalogue
from exercises.kit.syllabus import load_syllabus
from grader.cli.main import cli
from grader.cli.new_exercise import _KINDS
from grader.skeletons.write import KINDS, TODO, write_skeleton

EXERCISE = "ours/row_means"
SOLUTION = "def row_means(x):\n    return x.mean(axis=1)\n"


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """Banks of one test are not there in the next, nor are those of the person who runs it."""
    monkeypatch.setattr(catalogue, "_banks", [])
    monkeypatch.setattr(reference_impl, "__path__", list(reference_impl.__path__))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def bank(tmp_path) -> Path:
    write_skeleton("code", EXERCISE, tmp_path / "bank")
    return tmp_path / "bank"


def run(*arguments, status=0, lang="en"):
    outcome = CliRunner().invoke(cli, ["--lang", lang, *map(str, arguments)], catch_exceptions=False)
    assert outcome.exit_code == status, outcome.output
    return outcome.stdout if status == 0 else outcome.output


# --- skeletons -----------------------------------------------------------------------------------


def test_the_command_names_every_kind():
    assert _KINDS == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_works_and_the_audit_says_what_is_missing(tmp_path, kind):
    files = run("new-exercise", "ours/mine", "--kind", kind, "--bank", tmp_path).split()
    assert len(files) == 4
    found = run(
        "audit", "ours/mine", "--bank", tmp_path, "--variants", 6, "--json", "--cache", tmp_path / "cache",
        status=1,
    )  # fmt: skip
    (one,) = json.loads(found)["exercises"]
    complaints = {check: told for check, told in one["complaints"].items() if told}
    assert list(complaints) == ["declared"], complaints
    told = "\n".join(complaints["declared"])
    for file in files:
        assert f"{Path(file).name} says {TODO}" in told
    assert "has 1 hints" in told
    assert "'TODO', which is no point" in told


def test_a_skeleton_with_its_todos_done_is_fit(bank):
    folder = bank / "exercises" / "ours"
    module = (folder / "row_means.py").read_text()
    module = module.replace('syllabus="TODO"', 'syllabus="losses.mse"')
    module += '\n\nexercise.edits(largest=("x.mean(axis=1)", "x.max(axis=1)"))\n'
    (folder / "row_means.py").write_text(module.replace(TODO, "Done"))
    words = [("zh", "更多。", "取最大值不对。要的是平均。"), ("en", "More.", "Not the largest. The mean.")]
    for language, hint, largest in words:
        text = (folder / f"row_means.{language}.md").read_text().replace(TODO, "")
        text = text.replace("## solution", f"2. {hint}\n3. {hint}\n## solution")
        (folder / f"row_means.{language}.md").write_text(f"{text}### largest\n{largest}\n")
    solution = bank / "solutions" / "ours" / "row_means.py"
    solution.write_text(solution.read_text().replace(TODO, "Done"))
    run("audit", EXERCISE, "--bank", bank, "--variants", 6, "--cache", bank / "cache")


@pytest.mark.parametrize(
    ("exercise_id", "said"),
    [
        ("ours/Name", "cannot be an id"),
        ("name", "cannot be an id"),
        ("../name", "cannot be an id"),
        ("ours/lambda", "cannot be an id"),
        ("losses/mse", "is there already"),
        (EXERCISE, "is there already"),
    ],
)
def test_an_id_that_is_none_or_taken_is_refused(bank, exercise_id, said):
    before = sorted(bank.rglob("*"))
    assert said in run("new-exercise", exercise_id, "--kind", "code", "--bank", bank, status=2)
    assert sorted(bank.rglob("*")) == before


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    said = run("new-exercise", EXERCISE, "--kind", "code", "--bank", tmp_path / "file" / "bank", status=2)
    assert "cannot be written" in said


# --- every command -------------------------------------------------------------------------------


def test_every_command_takes_a_bank(bank, tmp_path):
    for command in ("exercises", "show", "new", "check", "practice", "grade", "mark", "audit"):
        assert "--bank PATH" in run(command, "--help")
    assert EXERCISE in run("exercises", "--bank", bank)
    assert "row_means(x)" in run("show", EXERCISE, "--bank", bank)
    work = tmp_path / "work.py"
    run("new", EXERCISE, "--bank", bank, "-o", work)
    unanswered = json.loads(run("check", work, "--bank", bank, "--json", status=1))
    assert unanswered["exercises"][0]["id"] == EXERCISE
    work.write_text(SOLUTION)
    report = json.loads(run("check", work, "--hidden", "--bank", bank, "--json"))
    assert [one["id"] for one in report["exercises"]] == [EXERCISE]
    assert report["score"] == 5


def test_before_the_command_it_holds_too(bank):
    assert EXERCISE in run("--bank", bank, "exercises")


def test_a_line_in_the_users_own_toml_adds_it_to_every_command(bank, tmp_path):
    (tmp_path / "config" / "kaodian").mkdir(parents=True)
    config = tmp_path / "config" / "kaodian" / "kaodian.toml"
    config.write_text('banks = ["../../bank"]\n')
    assert EXERCISE in run("exercises")
    assert (
        EXERCISE in run("new-exercise", "ours/other", "--kind", "choice")
        or (bank / "exercises" / "ours" / "other.py").is_file()
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("banks = 3", "holds one line"),
        ("bank = []", "it has bank"),
        ("banks = [", "cannot be read"),
        ('banks = ["nowhere"]', "There is no folder"),
        ('banks = ["."]', "has no folder exercises/"),
    ],
)
def test_a_wrong_line_in_it_is_told(tmp_path, text, said):
    (tmp_path / "config" / "kaodian").mkdir(parents=True)
    config = tmp_path / "config" / "kaodian" / "kaodian.toml"
    config.write_text(text)
    told = run("exercises", status=2)
    assert said in told
    assert str(config) in told


def test_an_assessment_names_its_banks_beside_itself(bank, tmp_path):
    assessment = tmp_path / "quiz.toml"
    assessment.write_text(f'title = "Quiz"\nbanks = ["bank"]\n[[questions]]\nexercise = "{EXERCISE}"\n')
    submissions = tmp_path / "submissions"
    submissions.mkdir()
    (submissions / "007.py").write_text(SOLUTION)
    (submissions / "008.py").write_text(SOLUTION.replace("axis=1", "axis=0"))
    results = tmp_path / "results"
    run("grade", assessment, submissions, "-o", results, "-j", 2)
    rows = (results / "scores.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["007", "008"]
    assert "over_samples" in (results / "results.jsonl").read_text()
    catalogue._banks.clear()
    (tmp_path / "marks.csv").write_text(f"student,question,points,reason,by\n008,{EXERCISE},1,x,y\n")
    run("mark", results, tmp_path / "marks.csv")


def test_an_assessment_is_told_of_a_bank_that_is_none(tmp_path):
    assessment = tmp_path / "quiz.toml"
    assessment.write_text(f'title = "Quiz"\nbanks = ["bank"]\n[[questions]]\nexercise = "{EXERCISE}"\n')
    (tmp_path / "submissions").mkdir()
    said = run("grade", assessment, tmp_path / "submissions", "-o", tmp_path / "results", status=2)
    assert "quiz.toml, line 2: There is no folder" in said
    assert EXERCISE not in said


def test_what_only_its_assessment_knows_is_told_where_it_is_not_known(bank, tmp_path):
    assessment = tmp_path / "quiz.toml"
    assessment.write_text(
        f'title = "Quiz"\nbanks = ["bank"]\n[[questions]]\nexercise = "{EXERCISE}"\n'
        '[[questions]]\nexercise = "cnn/network_shapes"\nid = "shapes \\"1\\""\n'
        '[[questions]]\nexercise = "losses/mse"\n'
    )
    for name in ("work.py", "work.ipynb"):
        work = tmp_path / name
        run("new", "--assessment", assessment, "-o", work)
        if name == "work.py":
            work.write_text(work.read_text() + "\nanswers['shapes \"1\"'] = [1, 2, 3]\n")
        catalogue._banks.clear()
        report = json.loads(run("check", work, "--json", status=1))
        told = [note["en"] for note in report["notes"] if "your teacher's own" in note["en"]]
        assert told
        assert told[0].endswith(f': {EXERCISE}, shapes "1".')
        assert report["unknown_answers"]["count"] == 0


# --- what a bank may hold ------------------------------------------------------------------------


def test_a_bank_brings_references_and_points_of_its_own(bank):
    (bank / "reference_impl").mkdir()
    (bank / "reference_impl" / "rows.py").write_text(SOLUTION)
    module = bank / "exercises" / "ours" / "row_means.py"
    text = module.read_text().replace('"""TODO', "from reference_impl.rows import row_means as ours\n#", 1)
    module.write_text(text.replace("reference=row_means", "reference=ours"))
    (bank / "exercises" / "syllabus.toml").write_text(
        '[ours]\nzh = "我们的"\nen = "Ours"\n[ours.points]\nmeans = { zh = "平均", en = "Means" }\n'
    )
    catalogue.add_bank(bank)
    assert load_syllabus()[-1].id == "ours.means"
    exercise = catalogue.load_exercise(EXERCISE)
    assert exercise.namespace["row_means"].__module__ == "reference_impl.rows"


def test_a_bank_cannot_take_an_id_of_ours(bank):
    write = bank / "exercises" / "losses"
    write.mkdir()
    (write / "mse.py").write_text("")
    assert "losses/mse" in run("exercises", "--bank", bank, status=2)


def test_an_exercise_that_cannot_be_imported_is_told_with_file_and_line(bank):
    broken = bank / "exercises" / "ours" / "broken.py"
    broken.write_text("import numpy\n\nx = (\n")
    outcome = subprocess.run(
        [sys.executable, "-m", "grader.cli.main", "exercises", "--bank", str(bank)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 2
    assert outcome.stderr == f"kaodian: {broken}, line 3: SyntaxError: '(' was never closed\n"


def test_two_banks_cannot_have_references_of_one_name(bank, tmp_path):
    """They are modules of one package, and the first would stand for both."""
    write_skeleton("code", "theirs/means", tmp_path / "other")
    for one in (bank, tmp_path / "other"):
        (one / "reference_impl").mkdir()
        (one / "reference_impl" / "mine.py").write_text("")
    catalogue.add_bank(bank)
    with pytest.raises(catalogue.BankError, match=r"mine.py in it has the name of another module"):
        catalogue.add_bank(tmp_path / "other")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("n, d = (", "raise SystemExit(0)\n    n, d = (", "cannot be drawn: SystemExit"),
        ("return x.mean(axis=1)", "return x.nothing", "cannot be drawn: AttributeError"),
        ("from exercises.kit", "raise SystemExit(0)\nfrom exercises.kit", "line 3: SystemExit: 0"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_a_banks_own_code_is_told_and_nothing_is_graded(bank, tmp_path, jobs, old, new, said):
    module = bank / "exercises" / "ours" / "row_means.py"
    module.write_text(module.read_text().replace(old, new))
    assessment = tmp_path / "quiz.toml"
    assessment.write_text(
        f'title = "Quiz"\nbanks = ["bank"]\n[[questions]]\nexercise = "{EXERCISE}"\npoints = 1\n'
    )
    submissions = tmp_path / "submissions"
    submissions.mkdir()
    for student in ("1", "2", "3"):
        (submissions / f"{student}.py").write_text(SOLUTION)
    options = ["-o", str(tmp_path / "results"), "-j", str(jobs)]
    outcome = subprocess.run(
        [sys.executable, "-m", "grader.cli.main", "grade", str(assessment), str(submissions), *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 2
    assert said in outcome.stderr
    assert "Traceback" not in outcome.stderr
