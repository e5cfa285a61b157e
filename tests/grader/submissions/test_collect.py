import sys

import pytest
from bilingual import assert_bilingual
from handing_in import notebook, zipped

from grader.submissions.collect import NOTHING_HANDED_IN, collect, read_entry
from grader.submissions.ids import file_stem, id_problem
from grader.submissions.problems import SubmissionError
from grader.submissions.roster import RosterEntry

ROSTER = (RosterEntry(id="0042", name="张三"), RosterEntry(id="0007"), RosterEntry(id="PB2000", name="Li"))


@pytest.fixture
def folder(tmp_path):
    def fill(*names):
        for name in names:
            path = tmp_path / name
            if name.endswith("/"):
                path.mkdir()
                (path / "a.py").write_text("x = 1")
            elif name.endswith(".ipynb"):
                path.write_bytes(notebook("x = 1"))
            elif name.endswith(".zip"):
                path.write_bytes(zipped({"a.py": "x = 1"}))
            else:
                path.write_text("x = 1")
        return tmp_path

    return fill


def rows(folder, roster=None):
    entries = collect(folder, roster)
    for entry in entries:
        assert id_problem(entry.student) is None
        if entry.problem is not None:
            assert_bilingual(entry.problem)
        submission = read_entry(entry)
        assert submission.student == entry.student
        assert (submission.problem is None) == bool(submission.cells)
    stems = [file_stem(entry.student).casefold() for entry in entries]
    assert len(set(stems)) == len(stems)
    assert [entry.student for entry in entries] == sorted(entry.student for entry in entries)
    return {entry.student: entry for entry in entries}


def test_every_format_gives_one_row_a_student(folder):
    found = rows(folder("0042.py", "0007.ipynb", "PB2000.zip", "张三/", "0100.PY"))
    assert set(found) == {"0042", "0007", "PB2000", "张三", "0100"}
    assert all(entry.problem is None for entry in found.values())


def test_names_come_from_the_roster_and_who_handed_nothing_in_has_a_row(folder):
    found = rows(folder("0042.py", "pb2000.zip"), ROSTER)
    assert {student: entry.name for student, entry in found.items()} == {
        "0042": "张三",
        "0007": "",
        "PB2000": "Li",
    }
    assert found["0007"].problem == NOTHING_HANDED_IN
    assert found["PB2000"].problem is None
    assert read_entry(found["0007"]).problem == NOTHING_HANDED_IN


@pytest.mark.parametrize(
    "names",
    [
        ("0042.py", "0042.zip"),
        ("0042.py", "0042/"),
        ("ab.py", "AB.ipynb"),
        ("é.py", "e\u0301.zip"),
        ("00４２.py", "0042.ipynb"),
        ("0042.rar", "0042.py"),
        ("0042.py", "0042.ipynb", "0042.zip"),
    ],
)
def test_two_submissions_of_one_student_are_one_row_that_names_both(folder, names):
    found = rows(folder(*names))
    assert len(found) == 1
    (entry,) = found.values()
    assert f"{len(names)} submissions" in entry.problem.en
    for name in names:
        assert name.rstrip("/") in entry.problem.en


@pytest.mark.parametrize(
    ("name", "near"), [("42.py", "0042"), ("0042_hw1.py", "0042"), ("PB200O.py", "PB2000"), ("zzz.py", "")]
)
def test_who_is_not_in_the_roster_is_not_graded_and_close_ids_are_named(folder, name, near):
    entry = rows(folder(name), ROSTER)[name.removesuffix(".py")]
    assert entry.problem is not None
    assert name in entry.problem.en
    assert ("Close ids" in entry.problem.en) == bool(near)
    assert near in entry.problem.zh.replace(name, "")


def test_strays_are_ignored(folder):
    stray = (
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "__MACOSX/",
        ".ipynb_checkpoints/",
        ".git/",
        "~$0042.docx",
        "a.py~",
    )
    assert set(rows(folder("0042.py", *stray))) == {"0042"}


def test_unknown_kinds_have_a_row(folder):
    found = rows(folder("1.rar", "2.7z", "3.docx", "4.tar.gz", "5"))
    assert set(found) == {"1", "2", "3", "4", "5"}
    assert all(".ipynb" in read_entry(entry).problem.en for entry in found.values())


def test_a_name_that_is_no_id_has_a_row_under_another(folder):
    found = rows(folder("a\nb.py", "\u202e42.py", "x" * 70 + ".py"))
    assert len(found) == 3
    assert all(student.startswith("invalid-id-") for student in found)
    assert all(entry.problem is not None for entry in found.values())


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system whose names are bytes (Linux)")
def test_a_name_that_is_no_unicode_has_a_row(tmp_path):
    with open(str(tmp_path).encode() + b"/\xd7\xf7.py", "wb") as file:  # noqa: PTH123
        file.write(b"x = 1")
    (entry,) = rows(tmp_path).values()
    assert "Rename" in entry.problem.en


def test_a_link_is_a_row(folder, tmp_path):
    (tmp_path / "0007.py").symlink_to("0042.py")
    (tmp_path / "0008").symlink_to("/")
    found = rows(folder("0042.py"))
    assert "symbolic link" in read_entry(found["0007"]).problem.en
    assert "symbolic link" in read_entry(found["0008"]).problem.en


def test_a_submission_that_goes_away_is_a_row(folder, tmp_path):
    (entry,) = collect(folder("0042.py"))
    (tmp_path / "0042.py").unlink()
    assert "does not exist" in read_entry(entry).problem.en


def test_no_folder_is_the_callers_mistake(tmp_path):
    (tmp_path / "a.txt").write_text("")
    for missing in ("none", "a.txt"):
        with pytest.raises(SubmissionError, match="no folder"):
            collect(tmp_path / missing)
    assert collect(tmp_path, ()) != []


def test_nobody_can_be_named_as_the_files_that_have_no_id(tmp_path):
    (tmp_path / "a\u200b.py").write_text("x = 1")
    (stand_in,) = [entry.student for entry in collect(tmp_path)]
    (tmp_path / f"{stand_in.upper()}.py").write_text("x = 1")
    students = [entry.student for entry in collect(tmp_path)]
    assert len(set(map(str.casefold, students))) == 2
    assert all(entry.problem is not None for entry in collect(tmp_path))
