"""Whatever is killed at whatever moment: started again, a batch ends as an undisturbed one does."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import psutil
import pytest
from hypothesis import settings

from grader.batch.result import SubmissionResult
from tests.grader.batch.small_class import write_class

SUBMISSIONS = 24
KILLS = 50 if settings.default.max_examples >= 500 else 5
VICTIMS = ("grader", "worker", "zygote")


def start(folder, results):
    command = [sys.executable, "-m", "grader.cli.main", "grade", folder / "quiz.toml", folder / "submissions"]
    return subprocess.Popen(
        [*map(str, command), "-o", str(results), "-j", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def outcome(results):
    """All that a score is: without CPU times, which are measured."""
    found = {}
    for line in (results / "results.jsonl").read_text().splitlines():
        result = SubmissionResult.model_validate_json(line)
        assert result.student not in found
        parts = [(q.question, q.score, q.verdict, q.misconceptions, q.parts) for q in result.questions]
        found[result.student] = result.score, result.status, parts
    return found


def recorded(results):
    """How often each key stands in the journal."""
    journal = results / "journal.jsonl"
    lines = journal.read_bytes().splitlines() if journal.exists() else []
    return Counter(line.split(b" ")[1] for line in lines if line.count(b" ") >= 2)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kills")
    write_class(folder, SUBMISSIONS)
    begun = time.monotonic()
    process = start(folder, folder / "undisturbed")
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    return folder, outcome(folder / "undisturbed"), time.monotonic() - begun


def victim(process, kind, rng):
    """A process of this kind that belongs to the grader, or None where there is none yet."""
    if kind == "grader":
        return process.pid
    found = []
    for child in psutil.Process(process.pid).children(recursive=True):
        try:
            words = " ".join(child.cmdline())
        except psutil.Error:
            continue
        is_worker = "multiprocessing.spawn" in words
        if is_worker == (kind == "worker") and "resource_tracker" not in words:
            found.append(child.pid)
    return rng.choice(found) if found else None


@pytest.mark.parametrize("number", range(KILLS))
def test_a_batch_that_was_killed_goes_on_to_the_same_results(undisturbed, number):
    folder, expected, duration = undisturbed
    rng = random.Random(number)
    kind, results = VICTIMS[number % len(VICTIMS)], folder / f"killed-{number}"
    process = start(folder, results)
    deadline = time.monotonic() + rng.uniform(0.3, 1.0) * duration
    while time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.01)
    target = victim(process, kind, rng) if process.poll() is None else None
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    if target is not None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(target, signal.SIGKILL)
    _, errors = process.communicate(timeout=300)
    assert "Traceback" not in errors
    if kind != "grader":
        assert process.returncode == 0, errors  # it goes on by itself
    else:
        psutil.wait_procs(family, timeout=20)
        assert not [child for child in family if child.is_running()], "what it started outlives it"
    again = start(folder, results)
    _, errors = again.communicate(timeout=300)
    assert again.returncode == 0, errors
    assert outcome(results) == expected
    assert set(recorded(results).values()) == {1}
    assert not list(Path(results, "students").glob(".*.tmp"))
