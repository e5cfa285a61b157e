"""The folder of forks without a file system of their own: measured, and emptied whatever lies there."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from grader.sandbox import work
from grader.sandbox.job import FaultKind, Limits
from grader.sandbox.runner import Sandbox
from tests.attacks import referee
from tests.attacks.conftest import as_ordinary_user

LIMITS = Limits(file_mb=1)


def nest(folder, depth):
    """Folders within folders, deeper than any path or Python's stack reaches."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("deeper", dir_fd=here)
        inner = os.open("deeper", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)


def test_an_empty_folder_is_not_too_much(tmp_path):
    assert not work.too_much(tmp_path, LIMITS)


@pytest.mark.parametrize("depth", [40, 2000])
def test_what_is_nested_too_deep_is_too_much_and_can_be_removed(tmp_path, depth):
    nest(tmp_path, depth)
    assert work.too_much(tmp_path, LIMITS)
    work.empty(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_sizes_and_numbers_are_counted(tmp_path):
    for index in range(4):
        (tmp_path / str(index)).write_bytes(bytes(1 << 20))
    assert not work.too_much(tmp_path, LIMITS)
    (tmp_path / "last").write_bytes(bytes(1 << 16))
    assert work.too_much(tmp_path, LIMITS)
    work.empty(tmp_path)
    for index in range(1001):
        (tmp_path / str(index)).touch()
    assert work.too_much(tmp_path, LIMITS)


def test_links_are_removed_and_not_followed(tmp_path):
    folder, outside = tmp_path / "work", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "kept").touch()
    (folder / "link").symlink_to(outside)
    (folder / "inner").mkdir()
    (folder / "inner/link").symlink_to(outside)
    os.mkfifo(folder / "inner/pipe")
    work.empty(folder)
    assert list(folder.iterdir()) == []
    assert list(outside.iterdir()) == [outside / "kept"]


_UNLISTABLE = """
import os, pathlib, sys
from grader.sandbox import work
from grader.sandbox.job import Limits
folder = pathlib.Path(sys.argv[1])
(folder / "a").mkdir()
(folder / "a/hidden").mkdir(0o300)
(folder / "a/hidden/left").touch()
(folder / "a/hidden/shut").mkdir(0)
assert work.too_much(folder, Limits())
work.empty(folder)
assert os.listdir(folder) == []
"""


def test_a_folder_that_nobody_may_list_is_too_much_and_can_be_removed(installed):
    folder = Path(tempfile.mkdtemp(dir="/tmp", prefix="attacked-"))
    folder.chmod(0o777)
    try:
        done = as_ordinary_user([installed / "venv/bin/python", "-c", _UNLISTABLE, folder])
        assert done.returncode == 0, done.stderr
    finally:
        shutil.rmtree(folder)


def test_a_disk_that_fills_up_is_no_students_fault_unless_it_does_so_again(monkeypatch):
    """Room that is lost while a fork runs may be lost to others: the fork is ended, and tried once more."""
    answers = []
    job = referee.job([("innocent.py", referee.INNOCENT)], "innocent(x) -> y")
    with Sandbox(without=("bubblewrap", "namespaces")) as box:
        monkeypatch.setattr(work, "is_filled", lambda folder, before: bool(answers and answers.pop()))
        for times, wanted in ((1, None), (2, FaultKind.FILE_LIMIT)):
            answers[:] = [True] * times
            fault = box.run(job).cells[0].fault
            assert (fault and fault.kind) == wanted
            assert not answers


def test_room_is_measured(tmp_path, monkeypatch):
    monkeypatch.setattr(work, "_ROOM", 4 << 20)
    before = work.room(tmp_path)
    assert not work.is_filled(tmp_path, before)
    with (tmp_path / "f").open("wb") as file:
        file.write(bytes(64 << 20))
        file.flush()
        os.fsync(file.fileno())
    assert work.is_filled(tmp_path, before)
