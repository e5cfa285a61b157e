"""A class from files to files: resumed, bound to bytes, and never into somebody else's folder."""

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.batch.result import SubmissionResult
from grader.batch.workers import LocalProcesses
from grader.cli.main import cli
from grader.reports import run as run_module
from grader.reports.marking import mark_class
from grader.reports.results_folder import ResultsFolderError, opened, read_run
from grader.reports.run import grade_class
from tests.grader.batch.small_class import RIGHT, WRONG, write_class


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class graded once: copied, not graded again, by tests that go on from here."""
    folder = tmp_path_factory.mktemp("class")
    path = write_class(folder, 6)
    grade_class(path, folder / "submissions", folder / "results")
    return folder


@pytest.fixture
def folder(graded, tmp_path):
    return shutil.copytree(graded, tmp_path / "class")


def grade(folder, **options):
    return grade_class(folder / "quiz.toml", folder / "submissions", folder / "results", **options)


def lines(folder):
    text = (folder / "results" / "results.jsonl").read_text()
    return [SubmissionResult.model_validate_json(line) for line in text.splitlines()]


def count_graded(monkeypatch):
    graded = []
    original = run_module.grade_all

    def counting(setting, tasks, workforce):
        for task, result in original(setting, tasks, workforce):
            graded.append(task.entry.student)
            yield task, result

    monkeypatch.setattr(run_module, "grade_all", counting)
    return graded


def test_what_is_graded_is_not_graded_again(folder, monkeypatch):
    before, again = lines(folder), count_graded(monkeypatch)
    run = grade(folder)
    assert again == []
    assert lines(folder) == before
    assert [result.score for result in run.result.results] == [result.score for result in before]


def test_a_changed_submission_is_graded_again_and_only_that(folder, monkeypatch):
    again = count_graded(monkeypatch)
    (folder / "submissions" / "1001.py").write_text(RIGHT.format(number=1))
    grade(folder)
    assert again == ["1001"]
    assert {one.student: one.questions[0].score for one in lines(folder)}["1001"] == 5


def test_a_page_that_is_gone_is_made_again(folder, monkeypatch):
    again = count_graded(monkeypatch)
    (folder / "results" / "students" / "1002.html").unlink()
    grade(folder)
    assert again == ["1002"]
    assert (folder / "results" / "students" / "1002.html").is_file()


@pytest.mark.parametrize("fresh", [False, True])
def test_pages_of_students_who_left_are_removed_and_nothing_else(folder, fresh):
    (folder / "submissions" / "1002.py").unlink()
    (folder / "results" / "students" / "notes.html").write_text("a TA's own")
    assert grade(folder, fresh=fresh).removed == 1
    assert sorted(path.name for path in (folder / "results" / "students").iterdir()) == [
        "1000.html", "1001.html", "1003.html", "1004.html", "1005.html", "notes.html",
    ]  # fmt: skip
    assert grade(folder).removed == 0


def test_a_submission_that_changes_while_it_is_graded_is_bound_to_what_was_graded(folder, monkeypatch):
    original = run_module.grade_all
    victim = folder / "submissions" / "1000.py"

    def racing(setting, tasks, workforce):
        victim.write_text(WRONG.format(number=0))  # after it was listed, before it is read
        yield from original(setting, tasks, workforce)

    (folder / "submissions" / "1000.py").write_text(RIGHT.format(number=77))
    monkeypatch.setattr(run_module, "grade_all", racing)
    grade(folder)
    assert {one.student: one.questions[0].score for one in lines(folder)}["1000"] < 5
    monkeypatch.undo()
    again = count_graded(monkeypatch)
    grade(folder)
    assert again == []
    victim.write_text(RIGHT.format(number=77))
    grade(folder)
    assert again == ["1000"]
    assert {one.student: one.questions[0].score for one in lines(folder)}["1000"] == 5


def test_another_assessments_results_are_refused_and_left_alone(folder):
    grade(folder)  # copied with the folder, the results name another path
    other = folder / "other.toml"
    other.write_text((folder / "quiz.toml").read_text())
    before = (folder / "results" / "scores.csv").read_bytes()
    with pytest.raises(ResultsFolderError, match="another assessment"):
        grade_class(other, folder / "submissions", folder / "results", fresh=True)
    assert (folder / "results" / "scores.csv").read_bytes() == before
    assert (folder / "results" / "journal.jsonl").stat().st_size > 0
    assert not other.with_suffix(".secret").exists()


def test_a_lost_secret_is_told_and_no_new_one_made_unless_all_is_graded_again(folder, monkeypatch):
    grade(folder)
    secret, before = folder / "quiz.secret", (folder / "results" / "scores.csv").read_bytes()
    secret.unlink()
    with pytest.raises(ResultsFolderError, match=r"quiz\.secret is gone.*Restore.*--fresh") as caught:
        grade(folder)
    assert "没有生成新的密钥" in caught.value.problem.zh
    assert not secret.exists()
    assert (folder / "results" / "scores.csv").read_bytes() == before
    again = count_graded(monkeypatch)
    grade(folder, fresh=True)
    assert (len(again), secret.exists()) == (6, True)
    grade(folder)
    assert len(again) == 6


def test_a_changed_secret_is_told_and_marks_are_not_entered_with_it(folder):
    grade(folder)
    secret = folder / "quiz.secret"
    secret.write_text("ab" * 32)
    with pytest.raises(ResultsFolderError, match=r"is not the one that .*results was graded with"):
        grade(folder)
    marks = folder / "marks.csv"
    marks.write_text("student,question,points,reason,by\n1000,feedforward/softmax,1,x,y\n")
    with pytest.raises(ResultsFolderError, match="is not the one"):
        mark_class(folder / "results", marks)
    secret.unlink()
    with pytest.raises(ResultsFolderError, match="is gone"):
        mark_class(folder / "results", marks)
    assert not secret.exists()
    assert not (folder / "results" / "marks.jsonl").exists()


def test_somebody_elses_files_are_refused_and_left_alone(folder):
    other = folder / "other"
    other.mkdir()
    (other / "scores.csv").write_text("mine")
    with pytest.raises(ResultsFolderError, match="another origin"):
        grade_class(folder / "quiz.toml", folder / "submissions", other)
    assert sorted(path.name for path in other.iterdir()) == ["scores.csv"]


def test_two_graders_in_one_folder_are_one_too_many(folder):
    with opened(folder / "results"), pytest.raises(ResultsFolderError, match="Another kaodian"):
        grade(folder)


def test_a_folder_that_cannot_be_written_is_told(folder):
    nowhere = Path("/proc/kaodian-results")  # not even root makes folders there
    with pytest.raises(ResultsFolderError, match="cannot be written"):
        grade_class(folder / "quiz.toml", folder / "submissions", nowhere)


def test_a_path_below_a_file_is_told(folder):
    with pytest.raises(ResultsFolderError, match="cannot be written"):
        grade_class(folder / "quiz.toml", folder / "submissions", folder / "quiz.toml" / "results")


def test_a_full_disk_is_told_and_what_was_graded_is_kept(folder, monkeypatch):
    (folder / "submissions" / "1001.py").write_text(RIGHT.format(number=1))
    (folder / "submissions" / "1002.py").write_text(RIGHT.format(number=2))
    before = (folder / "results" / "scores.csv").read_bytes()
    original, appended = run_module.Journal.append, []

    def full(self, key, result):
        if appended:
            raise OSError(errno.ENOSPC, "No space left on device")
        appended.append(key)
        original(self, key, result)

    monkeypatch.setattr(run_module.Journal, "append", full)
    with pytest.raises(ResultsFolderError, match=r"is full.*go on"):
        grade(folder)
    assert (folder / "results" / "scores.csv").read_bytes() == before
    monkeypatch.undo()
    again = count_graded(monkeypatch)
    grade(folder)
    assert len(again) == 1


def test_another_assessment_with_the_same_secret_is_refused(folder):
    grade(folder)
    before = (folder / "results" / "scores.csv").read_bytes()
    other = folder / "final.toml"
    text = (folder / "quiz.toml").read_text()
    text = re.sub(r"title = .*", 'title = "Final"\nsecret_file = "quiz.secret"', text, count=1)
    other.write_text(text)
    with pytest.raises(ResultsFolderError, match="holds the results of another assessment"):
        grade_class(other, folder / "submissions", folder / "results")
    assert (folder / "results" / "scores.csv").read_bytes() == before


def test_a_file_in_the_place_of_the_pages_is_told(folder, tmp_path):
    (folder / "new").mkdir()
    (folder / "new" / "students").write_text("")
    with pytest.raises(ResultsFolderError):
        grade_class(folder / "quiz.toml", folder / "submissions", folder / "new")


def test_what_a_kill_left_half_written_is_removed(folder):
    grade(folder)
    pages = folder / "results" / "students"
    for name in (".1000.html.4321.tmp", ".notes.tmp"):
        (pages / name).write_text("half")
    (folder / "results" / ".scores.csv.4321.tmp").write_text("half")
    grade(folder)
    assert [path.name for path in pages.glob(".*")] == [".notes.tmp"]
    assert not (folder / "results" / ".scores.csv.4321.tmp").exists()


def test_results_are_the_same_with_one_worker_and_with_two(folder):
    one = lines(folder)
    shutil.rmtree(folder / "results")
    grade(folder, workforce=LocalProcesses(2))
    assert lines(folder) == one


def test_the_folder_says_what_it_is_of(folder):
    run = read_run(folder / "results")
    assert run.title.en == "Quiz"
    assert run.assessment.endswith("quiz.toml")
    with pytest.raises(ResultsFolderError, match="no results folder"):
        read_run(folder / "submissions")


def test_points_have_few_decimals_and_full_marks_are_full(folder):
    text = (folder / "quiz.toml").read_text().replace("points = 5", "points = 0.1").replace("= 7", "= 0.2")
    (folder / "quiz.toml").write_text(text)
    grade(folder)
    written = (folder / "results" / "results.jsonl").read_text() + (folder / "results/scores.csv").read_text()
    assert not re.search(r"\d\.\d*?(0000|9999)\d+", written)
    assert [one.questions[0].score for one in lines(folder)][::3] == [0.1, 0.1]


def test_the_command_tells_how_far_it_is_where_there_is_no_terminal(folder):
    shutil.rmtree(folder / "results")
    arguments = ["grade", folder / "quiz.toml", folder / "submissions", "-o", folder / "results", "-j", "1"]
    ended = subprocess.run(
        [sys.executable, "-m", "grader.cli.main", "--lang", "en", *map(str, arguments)],
        capture_output=True,
        text=True,
    )
    assert ended.stderr.splitlines() == [f"Grading {done}/6" for done in range(7)]
    assert "/6" not in ended.stdout


def test_an_interrupt_ends_with_130_and_says_how_to_go_on(folder, monkeypatch):
    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(run_module, "grade_all", interrupted)
    (folder / "submissions" / "1001.py").write_text(RIGHT.format(number=1))
    arguments = [
        "--lang",
        "en",
        "grade",
        folder / "quiz.toml",
        folder / "submissions",
        "-o",
        folder / "results",
    ]
    ended = CliRunner().invoke(cli, list(map(str, arguments)))
    assert ended.exit_code == 130
    assert "interrupted; run it again to go on" in ended.output


def test_the_command_says_what_is_wrong_without_a_traceback(folder):
    arguments = ["grade", folder / "quiz.toml", folder / "submissions", "-o", folder / "quiz.toml" / "x"]
    ended = subprocess.run(
        [sys.executable, "-m", "grader.cli.main", *map(str, arguments)], capture_output=True, text=True
    )
    assert ended.returncode == 2
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr
