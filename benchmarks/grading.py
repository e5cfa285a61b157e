"""The same class graded by kaodian and by otter-grader, in turn, in one run.

    pip install 'otter-grader[grading]' psutil
    python benchmarks/grading.py [--submissions 40] [--more 2000] [--torch]

Eight NumPy questions of six cases each, notebooks that differ, no submission graded before: `kaodian grade
-j 2` against two `otter run` at a time. Answers are drawn from the worked solutions and the alternatives, so
that, as in a class, some students' results are the same to the last bit, which kaodian judges once, and
others' are not. kaodian's throughput is that of the submissions after the first forty, so that its
start, which is printed too, is not spread over a few; otter starts anew with every submission. Run it as an
ordinary user. The floor is what no grader can do without: read the notebook, fork a process that has
NumPy loaded already, run the student's own cells and calls in it, and wait for its end.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import psutil

from exercises.kit.catalogue import load_exercise
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCase
from exercises.kit.interpreter import run_calls
from exercises.kit.seeds import Seeds
from grader.sandbox.inside.preload import preload
from grader.submissions.reader import read_submission
from grader.workbooks.item import Item
from grader.workbooks.notebook import notebook
from grader.workbooks.otter_tests import doctest

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = [
    "feedforward/softmax_jacobian",
    "feedforward/two_layer_network",
    "losses/linear_svm",
    "regularisation/batchnorm_backward",
    "regularisation/l1_l2_penalty",
    "rnn/gru_step",
    "rnn/lstm_sequence",
    "rnn/rnn_step",
]
"""Each has five hidden cases and a public one."""
TORCH = ["feedforward/torch_mlp"]
CASES = 6
SEED = 2026
WORKERS = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--submissions", type=int, default=40, help="graded by both")
    parser.add_argument("--more", type=int, default=2000, help="graded by kaodian alone, after these")
    parser.add_argument("--torch", action="store_true", help="questions in torch; only kaodian and the floor")
    options = parser.parse_args()
    if os.getuid() == 0:
        print("as root: run it as an ordinary user for figures to quote", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="kaodian-benchmark-") as name:
        compare(Path(name), options.submissions, options.more, TORCH if options.torch else QUESTIONS)


def compare(folder: Path, few: int, more: int, questions: Sequence[str]) -> None:
    torch = any("torch" in question for question in questions)
    assessment = write_assessment(folder, questions, torch)
    write_class(folder / "few", few, questions)
    write_class(folder / "many", few + more, questions)
    few_s, _ = kaodian(assessment, folder / "few", folder / "results")
    many_s, peak = kaodian(assessment, folder / "many", folder / "more-results")
    each_s = (many_s - few_s) / more
    core_ms = 1000 * each_s * WORKERS
    print(f"kaodian -j {WORKERS}: {few} in {few_s:.2f} s with its start; {few + more} in {many_s:.2f} s")
    print(f"kaodian: {1 / each_s:.1f} submissions/s, {core_ms:.1f} ms of one core each, peak {peak:.0f} MB")
    floor_ms = 1000 * floor(folder / "few", questions, torch)
    print(
        f"floor: {floor_ms:.1f} ms of one core each; kaodian takes {core_ms / floor_ms:.2f} times the floor"
    )
    if torch:
        return
    otter_s, otter_peak = otter(folder, few, questions)
    rate = few / otter_s
    print(f"otter, {WORKERS} at a time: {few} in {otter_s:.1f} s, {rate:.3f}/s, peak {otter_peak:.0f} MB")
    print(f"whole run of {few} submissions, kaodian's start included: {otter_s / few_s:.0f} times as fast")
    print(f"throughput ratio: {1 / each_s / rate:.0f}")
    print(f"peak memory ratio: {otter_peak / peak:.2f}")


# --- the class -----------------------------------------------------------------------------------


def write_assessment(folder: Path, questions: Sequence[str], torch: bool) -> Path:
    path = folder / "assessment.toml"
    lines = ['title = { zh = "比较", en = "Benchmark" }', 'variants = "fixed"', f"seed = {SEED}"]
    if torch:
        lines.append('modules = ["torch"]')
    for question in questions:
        lines.append(
            f'[[questions]]\nexercise = "{question}"\npoints = {load_exercise(question).max_score:g}'
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_class(folder: Path, count: int, questions: Sequence[str]) -> None:
    """Notebooks as students hand them in: each answer in one of several ways, or wrong, and no two alike."""
    folder.mkdir()
    items = [_item(question) for question in questions]
    whole = json.loads(notebook(items, name="work.ipynb", seed=SEED, language="en"))
    ways = {question: right_ways(question) for question in questions}
    for number in range(count):
        choose = random.Random(number)
        cells = []
        for cell in whole["cells"]:
            source = cell["source"]
            answered = next((q for q in questions if source == _starter(items, q)), None)
            if answered is not None:
                wrong = number % 7 == questions.index(answered) % 7
                source = distinct(choose.choice(ways[answered]), number, wrong)
            cells.append({**cell, "source": source})
        student = folder / f"{20260000 + number}.ipynb"
        student.write_text(json.dumps({**whole, "cells": cells}, ensure_ascii=False), encoding="utf-8")


def right_ways(question: str) -> list[str]:
    """The worked solution, and the alternatives: each rounds in its own way."""
    solution = ROOT / "solutions" / f"{question}.py"
    others = sorted((solution.parent / "alternatives" / solution.stem).glob("*.py"))
    return [path.read_text(encoding="utf-8") for path in (solution, *others)]


def distinct(source: str, number: int, wrong: bool) -> str:
    changed = f"TRY_{number} = {number}\n{source}".replace("axis=1", "axis=0", 1) if wrong else source
    return f"{changed}\n\ndef unused_{number}(value):\n    return value + {number}\n"


def _item(question: str) -> Item:
    exercise = load_exercise(question)
    return Item(question=question, exercise=exercise, sealed=exercise.seal(Seeds.from_number(SEED, question)))


def _starter(items: Sequence[Item], question: str) -> str:
    return next(item for item in items if item.question == question).starter("en").rstrip()


# --- the two graders -----------------------------------------------------------------------------


def kaodian(assessment: Path, submissions: Path, results: Path) -> tuple[float, float]:
    """Seconds and peak MB of grading a class, pages and tables included."""
    command = [
        *(sys.executable, "-m", "grader.cli.main", "grade", str(assessment), str(submissions)),
        *("-o", str(results), "-j", str(WORKERS), "--fresh"),
    ]
    start = time.perf_counter()
    peak = peak_mb(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT))
    return time.perf_counter() - start, peak


def otter(folder: Path, count: int, questions: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak MB of otter on the same class."""
    program = Path(sys.executable).with_name("otter")
    tests = folder / "tests"
    tests.mkdir()
    for question in questions:
        name = question.replace("/", "_")
        cases = [
            {"code": doctest(code_of(question), case), "hidden": True, "locked": False}
            for case in six(question)
        ]
        suite = {"cases": cases, "scored": True, "setup": "", "teardown": "", "type": "doctest"}
        test = {"name": name, "points": 1, "suites": [suite]}
        (tests / f"{name}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n", encoding="utf-8")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    (folder / "otter_config.json").write_text('{"pdf": false}')
    subprocess.run(
        [program, "generate", "-t", "tests", "-o", "autograder.zip", "-c", "otter_config.json"],
        check=True, cwd=folder, **quiet,
    )  # fmt: skip
    students = sorted((folder / "few").glob("*.ipynb"))[:count]

    def grade(student: Path) -> None:
        own = folder / "otter" / student.stem
        own.mkdir(parents=True)
        shutil.copy(student, own / "work.ipynb")
        command = [program, "run", "-a", str(folder / "autograder.zip"), "-o", str(own), "work.ipynb"]
        subprocess.run(command, check=True, cwd=own, **quiet)
        assert json.loads((own / "results.json").read_text())["tests"]

    def grade_all() -> None:
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(grade, students))

    start = time.perf_counter()
    peak = peak_mb(grade_all)
    return time.perf_counter() - start, peak


def code_of(question: str) -> Code:
    exercise = load_exercise(question)
    assert isinstance(exercise, Code)
    return exercise


def six(question: str) -> Sequence[SealedCase]:
    exercise = code_of(question)
    cases = exercise.seal(Seeds.from_number(SEED, question)).cases
    assert len(cases) == CASES, question
    return cases


def floor(submissions: Path, questions: Sequence[str], torch: bool) -> float:
    """Seconds of one core for each submission: read, fork, run cells and calls, wait."""
    preload("numpy+torch" if torch else "numpy")
    cases = [
        (case, code_of(q).given_functions)
        for q in questions
        for case in code_of(q).seal(Seeds.from_number(SEED, q)).cases
    ]
    students = sorted(submissions.iterdir())
    start = time.perf_counter()
    for student in students:
        cells = [cell for cell in read_submission(student, student="x").cells if "otter" not in cell.source]
        pid = os.fork()
        if pid == 0:
            namespace: dict[str, object] = {"np": np, "answers": {}}
            for cell in cells:
                try:
                    exec(compile(cell.source, "work", "exec"), namespace)
                except Exception:
                    continue
            for case, given in cases:
                try:
                    run_calls(
                        case.program.wire_calls(), {**namespace, **given}, case.sent, case.program.inplace
                    )
                except Exception:
                    continue
            os._exit(0)
        os.waitpid(pid, 0)
    return (time.perf_counter() - start) / len(students)


# --- memory --------------------------------------------------------------------------------------


def peak_mb(work: Callable[[], object]) -> float:
    """Peak of the memory of all child processes, pages that several share counted once."""
    peak, done = 0.0, threading.Event()
    me = psutil.Process()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.1):
            total = 0
            for process in me.children(recursive=True):
                try:
                    total += process.memory_full_info().pss
                except (psutil.NoSuchProcess, psutil.AccessDenied):
                    continue
            peak = max(peak, total / 2**20)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        work()
    finally:
        done.set()
        watcher.join()
    return peak


if __name__ == "__main__":
    main()
