"""Temporary folders: none is left of a grader that was killed, none is taken from one that runs."""

import gc
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from grader.sandbox.folder import SandboxFolder

MADE = """
from grader.sandbox.folder import SandboxFolder
folder = SandboxFolder()
print(folder.path, flush=True)
input()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)


@pytest.fixture
def another():
    """A process with a folder of its own, an hour old."""
    command = [sys.executable, "-c", MADE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        path = Path(process.stdout.readline().strip())
        (path / "work").mkdir()
        os.utime(path, (0, 0))
        yield process, path
        process.kill()


def test_the_folder_of_a_killed_process_is_removed_by_the_next(another):
    process, path = another
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert path.exists()
    SandboxFolder()
    assert not path.exists()


def test_the_folder_of_a_living_process_is_left_alone(another):
    _, path = another
    SandboxFolder()
    assert path.exists()


def test_a_young_folder_may_not_be_locked_yet(tmp_path):
    young = tmp_path / "kaodian-sandbox-young"
    young.mkdir()
    SandboxFolder()
    assert young.exists()


def test_a_planted_link_is_not_followed(tmp_path):
    target = tmp_path / "target"
    target.mkdir()
    os.utime(target, (0, 0))
    link = tmp_path / "kaodian-sandbox-link"
    link.symlink_to(target)
    os.utime(link, (0, 0), follow_symlinks=False)
    SandboxFolder()
    assert target.exists()


def test_it_goes_when_nobody_holds_it_and_when_asked():
    folder = SandboxFolder()
    path = folder.path
    folder.remove()
    assert not path.exists()
    folder = SandboxFolder()
    path = folder.path
    del folder
    gc.collect()
    assert not path.exists()
