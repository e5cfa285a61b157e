import ast
import contextlib
import json
import os
import socket
import threading

import pytest
from bilingual import assert_bilingual
from handing_in import notebook, zipped

from grader.sandbox.inside import standins
from grader.submissions import caps, files, omissions
from grader.submissions.reader import fingerprint, read_submission

CODE = "def softmax(x):\n    return x\n"


@pytest.fixture
def read(tmp_path):
    """Write bytes under a name and read them; check what holds of every submission."""

    def read(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return checked(read_submission(path))

    return read


@pytest.fixture
def read_folder(tmp_path):
    def read_folder(files, name="0042"):
        for inner, data in files.items():
            path = tmp_path / name / inner
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return checked(read_submission(tmp_path / name))

    return read_folder


def checked(submission):
    assert (submission.problem is None) == bool(submission.cells)
    assert len(submission.sha256) == 64
    for text in (*submission.notes, *filter(None, [submission.problem])):
        assert_bilingual(text)
    type(submission).model_validate_json(submission.model_dump_json())
    return submission


# Scripts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_needs_no_note(read, encoding):
    found = read("0042.py", "# 作业\nx = '，'\n".encode(encoding))
    assert found.student == "0042"
    assert found.source_name == "0042.py"
    assert found.cells[0].source == "# 作业\nx = '，'\n"
    assert found.cells[0].label == "0042.py"
    assert found.notes == ()


def test_gb18030_is_read_with_a_note(read):
    found = read("0042.py", "# -*- coding: gbk -*-\nx = '交叉熵'\n".encode("gbk"))
    assert "'交叉熵'" in found.cells[0].source
    assert "GB18030" in found.notes[0].zh
    names = {}
    exec(compile(found.cells[0].source, "a", "exec"), names)
    assert names["x"] == "交叉熵"


def test_a_notebook_in_gb18030_is_read_with_a_note_too(read):
    whole = {"cells": [{"cell_type": "code", "source": "x = '交叉熵'"}], "metadata": {}, "nbformat": 4}
    found = read("0042.ipynb", json.dumps(whole, ensure_ascii=False).encode("gbk"))
    assert [cell.source for cell in found.cells] == ["x = '交叉熵'"]
    assert "GB18030" in found.notes[0].zh


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_alike(read, end):
    assert read("a.py", CODE.replace("\n", end)).cells[0].source == CODE


def test_utf16_is_named(read):
    assert "UTF-16" in read("a.py", CODE.encode("utf-16")).problem.en


def test_a_syntax_error_is_no_problem_of_reading(read):
    """It is the sandbox that reports it, cell by cell."""
    assert read("a.py", "def f(:\n").cells[0].source == "def f(:\n"


def test_plots_get_one_note(read):
    source = "import matplotlib.pyplot as plt\nfrom seaborn import set_theme\nx = 1\n"
    (note,) = read("a.py", source).notes
    assert "plotted" in note.en


def test_otters_checks_get_one_note(read):
    (note,) = read("a.py", "import otter\ngrader = otter.Notebook()\ngrader.check('q1')\nx = 1\n").notes
    assert "grader.check" in note.zh
    assert "do nothing" in note.en


def test_what_is_said_to_do_nothing_has_a_stand_in():
    assert omissions.PLOTTING | omissions.CHECKING <= standins.NAMES


def test_the_students_id_may_be_given(tmp_path):
    (tmp_path / "work.py").write_text(CODE)
    assert read_submission(tmp_path / "work.py", "0042").student == "0042"


# Notebooks


def test_code_cells_come_in_order_with_their_numbers(read):
    found = read("0042.ipynb", notebook("a = 1", ("markdown", "# b"), "  \n", "b = a + 1"))
    assert [(cell.label, cell.source) for cell in found.cells] == [
        ("0042.ipynb[1]", "a = 1"),
        ("0042.ipynb[3]", "b = a + 1"),
    ]


def test_format_3_has_worksheets(read):
    content = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [
            {
                "cells": [
                    {"cell_type": "code", "language": "python", "input": ["a = 1\n", "b = 2"], "outputs": []}
                ]
            },
            {"cells": [{"cell_type": "code", "language": "python", "input": "c = 3", "outputs": []}]},
        ],
    }
    found = read("a.ipynb", json.dumps(content))
    assert [cell.source for cell in found.cells] == ["a = 1\nb = 2", "c = 3"]


def test_magics_get_one_note_each_kind_and_name_their_cells(read):
    found = read(
        "a.ipynb", notebook("!ls\n%matplotlib inline\nx = 1", "!pwd\n", "%%bash\nls", "np?", "%%time\ny = 2")
    )
    assert len(found.notes) == 5
    assert "a.ipynb[1], a.ipynb[2]" in found.notes[0].zh
    assert [cell.label for cell in found.cells] == ["a.ipynb[1]", "a.ipynb[5]"]
    for cell in found.cells:
        ast.parse(cell.source)


def test_a_notebook_called_py_is_read_as_one(read):
    found = read("0042.py", notebook("x = 1"))
    assert found.cells[0].source == "x = 1"
    assert ".ipynb" in found.notes[0].zh


def test_a_dict_literal_is_still_a_script(read):
    assert read("a.py", "{}\nx = 1\n").cells[0].label == "a.py"


def test_another_language_is_named(read):
    data = notebook("x <- 1", metadata={"kernelspec": {"name": "ir", "language": "R"}})
    assert " R" in read("a.ipynb", data).problem.zh


def test_half_a_surrogate_pair_does_not_stop_the_rest(read):
    data = notebook("x = 'é'").replace(b"\\u00e9", b"\\ud800")
    read("a.ipynb", data)


# Folders


def test_files_run_in_natural_order_and_can_be_imported(read_folder):
    found = read_folder(
        {
            "10.py": "c = 3",
            "2.py": "b = 2",
            "net/layers.py": CODE,
            "net/__init__.py": "",
            "main.ipynb": notebook("d = 4"),
        }
    )
    assert [cell.label for cell in found.cells] == ["2.py", "10.py", "main.ipynb[1]", "net/layers.py"]
    assert found.modules == {"net": "", "net.layers": CODE}


def test_a_folder_of_modules_without_init_is_a_package_too(read_folder):
    found = read_folder({"a.py": CODE, "deep/er/x.py": CODE})
    assert found.modules == {"a": CODE, "deep": "", "deep.er": "", "deep.er.x": CODE}


def test_wrapping_folders_do_not_count(read_folder):
    found = read_folder({"hw1/src/a.py": CODE, "hw1/src/b.py": CODE, "hw1/data.csv": "1"})
    assert set(found.modules) == {"a", "b"}
    assert "data.csv" in found.notes[0].en


def test_a_package_is_no_wrapping_folder(read_folder):
    assert set(read_folder({"pkg/__init__.py": "", "pkg/a.py": CODE}).modules) == {"pkg", "pkg.a"}


def test_a_file_called_like_a_library_runs_and_does_not_hide_it(read_folder):
    found = read_folder({"numpy.py": CODE, "a.py": CODE})
    assert set(found.modules) == {"a"}
    assert len(found.cells) == 2
    assert "numpy" in found.notes[0].zh


def test_stray_files_are_not_mentioned(read_folder):
    found = read_folder(
        {"a.py": CODE, ".DS_Store": "x", "__MACOSX/._a.py": "x", "Thumbs.db": "x", "__pycache__/a.pyc": "x",
         ".ipynb_checkpoints/a-checkpoint.ipynb": "x", ".git/config": "x", "a.py~": "x"}
    )  # fmt: skip
    assert len(found.cells) == 1
    assert found.notes == ()


def test_a_broken_file_costs_itself_only(read_folder):
    found = read_folder({"a.py": CODE, "b.ipynb": "{", "c.py": b"\0\1\2"})
    assert [cell.label for cell in found.cells] == ["a.py"]
    assert len(found.notes) == 2


def test_a_folder_with_one_zip_is_that_zip(read_folder):
    assert read_folder({"hw.zip": zipped({"a.py": CODE})}).cells[0].label == "a.py"


def test_the_hash_is_over_names_and_bytes(read_folder):
    first = read_folder({"a.py": CODE, "b.py": "x = 1"}, "1").sha256
    assert read_folder({"b.py": "x = 1", "a.py": CODE}, "2").sha256 == first
    assert read_folder({"a.py": CODE, "c.py": "x = 1"}, "3").sha256 != first
    assert read_folder({"a.py": CODE, "b.py": "x = 2"}, "4").sha256 != first
    assert read_folder({"a.py": CODE + "b.py", "b.py": "x = 1"}, "5").sha256 != first


# The disk's own traps


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret.py").write_text(CODE)
    (tmp_path / "0042.py").symlink_to(tmp_path / "secret.py")
    found = checked(read_submission(tmp_path / "0042.py"))
    assert "symbolic link" in found.problem.en


@pytest.mark.parametrize("target", ["/etc", "/etc/passwd", "missing", ".."])
def test_a_link_in_a_folder_refuses_the_folder(tmp_path, read_folder, target):
    (tmp_path / "0042").mkdir()
    (tmp_path / "0042" / "b.py").symlink_to(target)
    assert "0042/b.py is a symbolic link" in read_folder({"a.py": CODE}).problem.en


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "true").mkdir()
    (tmp_path / "true" / "a.py").write_text(CODE)
    (tmp_path / "0042").symlink_to(tmp_path / "true")
    assert checked(read_submission(tmp_path / "0042")).problem is not None


@pytest.mark.parametrize("inside", ["", "0042/"])
def test_a_pipe_does_not_hang(tmp_path, inside):
    (tmp_path / "0042").mkdir()
    os.mkfifo(tmp_path / inside / "a.py")
    found = []
    reading = threading.Thread(
        target=lambda: found.append(read_submission(tmp_path / (inside or "a.py"))), daemon=True
    )
    reading.start()
    reading.join(10)
    assert "pipe" in checked(found[0]).problem.en


def test_a_socket_is_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a.py")
        assert checked(read_submission(tmp_path / "a.py")).problem is not None


@contextlib.contextmanager
def ordinary_user():
    """Root reads every file: be somebody else meanwhile."""
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)


def test_a_file_without_permission_is_said_so(tmp_path):
    (tmp_path / "a.py").write_text(CODE)
    (tmp_path / "a.py").chmod(0)
    with ordinary_user():
        submission = read_submission(tmp_path / "a.py")
    assert "EACCES" in checked(submission).problem.en


@pytest.mark.parametrize("name", ["0042.py", "x" * 300 + ".py", "a\0b.py", "no/where/0042.py"])
def test_what_is_not_there_is_a_problem(tmp_path, name):
    assert checked(read_submission(tmp_path / name)).problem is not None


@pytest.mark.parametrize("swapped", ["file for link", "folder for link", "file for pipe"])
def test_a_file_swapped_after_it_was_looked_at_is_still_refused(tmp_path, monkeypatch, swapped):
    """Both walls hold alone: here the look says what was there a moment ago."""
    (tmp_path / "true").mkdir()
    (tmp_path / "true" / "a.py").write_text(CODE)
    (tmp_path / "true.py").write_text(CODE)
    name = "0042" if "folder" in swapped else "0042.py"
    if swapped == "file for pipe":
        os.mkfifo(tmp_path / name)
    else:
        (tmp_path / name).symlink_to(tmp_path / name.replace("0042", "true"))
    before = (tmp_path / name.replace("0042", "true")).stat()
    true_status = files._Place.status
    monkeypatch.setattr(
        files._Place, "status", lambda place, asked: before if asked == name else true_status(place, asked)
    )
    found = []
    reading = threading.Thread(
        target=lambda: found.append(read_submission(tmp_path / name, "0042")), daemon=True
    )
    reading.start()
    reading.join(10)
    assert ("pipe" if "pipe" in swapped else "symbolic link") in checked(found[0]).problem.en


def test_a_file_that_grows_while_it_is_read_stops_at_the_cap(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text(CODE)
    true_fstat = os.fstat
    (tmp_path / "long.py").write_bytes(b"#" * (caps.SOURCE_MB * caps.MB + 1))
    small = (tmp_path / "a.py").stat()
    monkeypatch.setattr(os, "fstat", lambda descriptor: small if true_fstat(descriptor) else None)
    assert f"{caps.SOURCE_MB} MB" in checked(read_submission(tmp_path / "long.py")).problem.en


def test_a_name_that_is_no_unicode_is_shown_as_far_as_it_can_be(tmp_path):
    (tmp_path / "0042").mkdir()
    with open(os.fsencode(tmp_path / "0042") + b"/\xd7\xf7.py", "wb") as file:  # noqa: PTH123
        file.write(CODE.encode())
    assert "\N{REPLACEMENT CHARACTER}" in checked(read_submission(tmp_path / "0042")).cells[0].label


# Too much


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.py": "#" * (caps.SOURCE_MB * caps.MB + 1)}, "larger than 2 MB"),
        ({f"{n}.txt": "" for n in range(caps.ENTRIES + 1)}, "more than 1000 files"),
        ({"/".join("abcdefghijk") + "/a.py": CODE}, "more than 10 folders deep"),
        ({f"{n}.ipynb": b" " * 7_000_000 for n in range(3)}, "more than 20 MB in all"),
    ],
)
def test_a_folder_over_a_cap_says_which(read_folder, files, words):
    assert words in read_folder(files).problem.en


def test_a_folder_just_below_the_caps_is_read(read_folder):
    files = {f"d/{n}.txt": "" for n in range(caps.ENTRIES - 4)}
    files["a/" * caps.DEPTH + "a.py"] = CODE
    folders = caps.DEPTH + 1
    for n in range(folders - 3):
        del files[f"d/{n}.txt"]
    assert len(read_folder(files).cells) == 1


def test_large_data_is_left_aside(tmp_path, read_folder):
    (tmp_path / "0042").mkdir()
    with (tmp_path / "0042" / "mnist.npz").open("wb") as file:
        file.truncate(10**9)
    assert "mnist.npz" in read_folder({"a.py": CODE}).notes[0].en


@pytest.mark.parametrize("cells", [caps.CELLS, caps.CELLS + 1])
def test_the_number_of_cells_is_capped(read, cells):
    found = read("a.ipynb", notebook(*["x = 1"] * cells))
    assert (found.problem is None) == (cells <= caps.CELLS)


@pytest.mark.parametrize("other", [("7001.7z", b"one"), ("7001.rar", b"two"), ("7001.rar", None)])
def test_what_is_refused_has_a_fingerprint_of_its_own(tmp_path, other):
    """Handed in anew, or under another name, it is another submission, about which something else is said."""
    path = tmp_path / "7001.rar"
    path.write_bytes(b"one")
    before = fingerprint(path)
    assert before == read_submission(path).sha256
    name, data = other
    path.unlink()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert fingerprint(tmp_path / name) != before
    assert fingerprint(tmp_path / name) == read_submission(tmp_path / name).sha256
