"""Every hostile submission comes to what its head says, behind every wall, and the next notices nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.sandbox.isolation import FLOOR, NAMESPACES, Layer
from grader.sandbox.job import FaultKind
from grader.sandbox.launch import bubblewrap
from grader.sandbox.runner import Sandbox
from tests.attacks import referee
from tests.attacks.conftest import as_ordinary_user

ATTACKS = referee.read_corpus()
WALLS = {
    "with bubblewrap": (),
    "without bubblewrap, with namespaces": ("bubblewrap",),
    "Landlock, seccomp and limits alone": ("bubblewrap", "namespaces"),
}
walls = pytest.mark.parametrize(
    "without",
    [
        pytest.param(without, id=name, marks=[pytest.mark.soak] if without == ("bubblewrap",) else [])
        for name, without in WALLS.items()
    ],
)


def _arguments(without: tuple[str, ...]) -> list[str]:
    if not without and not bubblewrap():
        pytest.skip("needs bubblewrap (bwrap)")
    return [word for layer in without for word in ("--without", layer)]


def _report(done: subprocess.CompletedProcess[str], without: tuple[str, ...]) -> dict:
    assert done.returncode == 0, done.stderr[-2000:]
    report = json.loads(done.stdout)
    assert report["attacks"] == len(ATTACKS)
    assert report["complaints"] == {}
    layers = set(report["layers"])
    assert layers >= FLOOR
    assert (Layer.BUBBLEWRAP in layers) == ("bubblewrap" not in without)
    if "namespaces" in without:
        assert not layers & NAMESPACES
    return report


@walls
def test_contained_when_root_grades(without):
    if os.getuid() != 0:
        pytest.skip("needs root")
    command = [sys.executable, referee.__file__, *_arguments(without)]
    environment = {**os.environ, "PYTHONPATH": str(Path(referee.__file__).parents[2])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert Layer.UNPRIVILEGED in _report(done, without)["layers"]


@walls
def test_contained_when_an_ordinary_user_grades(installed, without):
    arguments = _arguments(without)
    done = as_ordinary_user([installed / "venv/bin/python", installed / "attacks/referee.py", *arguments])
    report = _report(done, without)
    assert Layer.UNPRIVILEGED not in report["layers"]
    assert report["user"] != 0


def test_the_corpus_is_as_large_as_it_says():
    assert len(ATTACKS) >= 300
    assert all(attack.tries.startswith("to ") for attack in ATTACKS)
    assert all(attack.verdicts or attack.returns for attack in ATTACKS)


@pytest.fixture(scope="module")
def box():
    with Sandbox() as opened:
        yield opened


LIMITS_BY_ATTACK = {
    "memory/growing_list": {FaultKind.MEMORY_LIMIT},
    "looping/python": {FaultKind.TIME_LIMIT},
    "looping/in_c": {FaultKind.TIME_LIMIT},
    "looping/sleep": {FaultKind.WALL_LIMIT},
    "processes/fork_bomb": {FaultKind.PROCESS_LIMIT},
    "processes/thread_bomb": {FaultKind.PROCESS_LIMIT},
    "files/huge_file": {FaultKind.FILE_LIMIT},
    "files/descriptors": {FaultKind.FILE_LIMIT},
    "lying/huge_result": {FaultKind.OUTPUT_LIMIT},
    "network/tcp": {FaultKind.FORBIDDEN},
    "kernel/ptrace": {FaultKind.FORBIDDEN},
    "ending/segfault": {FaultKind.CRASHED},
    "ending/abort": {FaultKind.CRASHED},
    "ending/os_exit": {FaultKind.NO_RESULT},
}


@pytest.mark.parametrize("name", LIMITS_BY_ATTACK)
def test_each_limit_has_a_verdict_of_its_own(box, name, tmp_path):
    (attack,) = (attack for attack in ATTACKS if attack.name == name)
    assert attack.verdicts == LIMITS_BY_ATTACK[name]
    assert referee.run(box, attack, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "signals"),
    # the first process of a pid namespace ignores the signal that abort() sends, and abort() then crashes
    [("ending/segfault", {"SIGSEGV"}), ("ending/abort", {"SIGABRT", "SIGSEGV"})],
)
def test_a_crash_tells_its_signal(box, name, signals):
    (attack,) = (attack for attack in ATTACKS if attack.name == name)
    result = box.run(referee.job([("attack.py", attack.source)], "attack(x) -> y"))
    assert result.questions[0].cases[0].fault.signal in signals


def test_the_referee_sees_what_is_wrong(box, tmp_path):
    """Each of its checks can fail: a wrong verdict, a wrong value, harm to oneself and to the next."""
    (honest,) = (attack for attack in ATTACKS if attack.name == "guessing/true")
    assert referee.run(box, honest, tmp_path) == []
    assert referee.run(box, honest._replace(returns="y is False"), tmp_path)
    assert referee.run(box, honest._replace(returns="", verdicts=frozenset({FaultKind.ERROR})), tmp_path)
    assert referee.run(box, honest._replace(at_import=frozenset({FaultKind.ERROR}), returns=""), tmp_path)
    assert referee.run(box, honest._replace(source=honest.source + "answers = 3\n"), tmp_path)
    assert referee.run(box, honest._replace(source="def attack(x): 1 / 0\n"), tmp_path)
    wrong = box.run(referee.job([("cell", "def innocent(x): return 0 * x")], "innocent(x) -> y"))
    assert len(list(referee._of_next(wrong))) == 2
    with referee.class_folder() as folder:
        assert list(referee.changes(folder)) == []
        (folder / "escaped").write_text("x")
        assert list(referee.changes(folder))
