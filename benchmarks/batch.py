"""A class of the demo's twelve questions: seconds and CPU seconds of `kaodian grade`, nothing cached.

    python benchmarks/batch.py [--submissions 200] [--jobs 2] [--profile]

Every submission is distinct (names and constants differ), one in five has a mistake, none hits a limit. Half
of the class has the same variants, the other half variants of their own, which are drawn while grading. The
start is that of a class of one. With --profile, one worker grades in this process, and where its time goes
is printed; time inside the sandbox counts there as waiting.
"""

import argparse
import ast
import cProfile
import csv
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from exercises.kit.catalogue import load_exercise
from exercises.kit.choice import Choice
from exercises.kit.numeric import Numeric
from grader.assessments.loading import load_assessment
from grader.assessments.model import Assessment
from grader.assessments.secret import load_or_create_secret
from grader.reports.run import grade_class
from grader.workbooks.assessment import items_of
from grader.workbooks.item import Item

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "examples" / "demo" / "assessment.toml"
QUESTIONS = [question["exercise"] for question in tomllib.loads(DEMO.read_text())["questions"]]
EXERCISES = {name: load_exercise(name) for name in QUESTIONS}
MISTAKES = (
    ("/ N", "/ (N + 1)"),
    ("axis=1", "axis=0"),
    ("* momentum", "* (1 - momentum)"),
    ("+= ", "= "),
    ("np.tanh", "np.sin"),
)
WRONG_EVERY = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kaodian-benchmark-") as name:
        folder = Path(name)
        halves = {variants: write_class(folder, variants, options.submissions // 2) for variants in VARIANTS}
        if options.profile:
            for variants, (assessment, submissions) in halves.items():
                profiled(variants, assessment, submissions, folder / f"{variants}-results")
            return
        one = write_class(folder / "one", "fixed", 1)
        start = graded(*one, folder / "one" / "results", options.jobs)
        print(f"{'start, a class of one:':34} {start[0]:6.2f} s, {start[1]:6.2f} CPU s")
        total = [0.0, 0.0]
        for variants, (assessment, submissions) in halves.items():
            seconds = graded(assessment, submissions, folder / f"{variants}-results", options.jobs)
            net = [a - b for a, b in zip(seconds, start, strict=True)]
            total = [a + b for a, b in zip(total, net, strict=True)]
            label = f"{options.submissions // 2} submissions, {variants}:"
            print(f"{label:34} {net[0]:6.2f} s, {net[1]:6.2f} CPU s after the start")
        label = f"{options.submissions} submissions:"
        print(
            f"{label:34} {total[0]:6.2f} s, {total[1]:6.2f} CPU s after the start, "
            f"{1000 * total[1] / options.submissions:.0f} ms of one core each; "
            f"on {options.jobs} idle cores about {total[1] / options.jobs:.1f} s"
        )


# --- the class -----------------------------------------------------------------------------------

VARIANTS = ("fixed", "per-student")


def write_class(folder: Path, variants: str, count: int) -> tuple[Path, Path]:
    """The assessment and the folder of submissions."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{variants}.toml"
    text = DEMO.read_text(encoding="utf-8")
    if variants == "per-student":
        text = text.replace('variants = "fixed"', 'variants = "per-student"').replace("seed = 2026\n", "")
    path.write_text(text, encoding="utf-8")
    assessment = load_assessment(path, {name: e.max_score for name, e in EXERCISES.items()})
    secret = load_or_create_secret(assessment.secret_file) if variants == "per-student" else None
    submissions = folder / variants
    submissions.mkdir()
    solutions = "\n\n".join((ROOT / "solutions" / f"{name}.py").read_text() for name in QUESTIONS)
    code = "".join(ast.unparse(node) + "\n\n" for node in ast.parse(solutions).body if not is_answer(node))
    for number in range(count):
        student = f"{20260000 + number}"
        source = distinct(code, number) + own_answers(assessment, secret, student)
        (submissions / f"{student}.py").write_text(source, encoding="utf-8")
    return path, submissions


def is_answer(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Assign, ast.AnnAssign)) and "answers" in ast.unparse(node)


def distinct(code: str, number: int) -> str:
    """The code with local names and a constant of its own; every fifth with one of the mistakes."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            rename_locals(node, f"_{number}")
    source = f"import numpy as np\n\nTRY = {number}\nanswers = {{}}\n\n{ast.unparse(tree)}\n"
    if number % WRONG_EVERY == 0:
        old, new = MISTAKES[number // WRONG_EVERY % len(MISTAKES)]
        source = source.replace(old, new)
    return source


def rename_locals(function: ast.FunctionDef, suffix: str) -> None:
    """Rename what the function itself assigns; its parameters keep their names."""
    stored = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    parameters = {a.arg for a in ast.walk(function) if isinstance(a, ast.arg)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id in stored - parameters:
            node.id += suffix


def own_answers(assessment: Assessment, secret: bytes | None, student: str) -> str:
    """The right answers to a student's questions that are no code."""
    lines = []
    for item in items_of(assessment, EXERCISES, secret, student):
        answer = right_answer(item)
        if answer is not None:
            lines.append(f"answers[{item.question!r}] = {answer!r}\n")
    return "".join(lines)


def right_answer(item: Item) -> object:
    exercise = item.exercise
    if isinstance(exercise, Numeric):
        truth: dict[str, object] = {}
        for name, step in exercise.steps.items():
            truth[name] = step.value(item.sealed.params, truth)
        return {name: [int(n) for n in v] if isinstance(v, list) else int(v) for name, v in truth.items()}
    if isinstance(exercise, Choice):
        return "".join("abcdefghij"[item.sealed.order.index(name)] for name in exercise.right)
    return {step: formula for step, (_, formula) in LSTM.items()} if exercise.kind == "derivation" else None


LSTM = {
    "do": (1, "dh*tanh(c)"),
    "dc": (2, "dh*o*(1-tanh(c)^2) + dc_next"),
    "di": (1, "dc*g"),
    "dg": (1, "dc*i"),
    "df": (1, "dc*c_prev"),
    "dc_prev": (2, "dc*f"),
}


# --- grading -------------------------------------------------------------------------------------


def graded(assessment: Path, submissions: Path, results: Path, jobs: int) -> tuple[float, float]:
    """Seconds, and CPU seconds of all processes, of grading a class with pages and tables."""
    command = [sys.executable, "-m", "grader.cli.main", "grade", str(assessment), str(submissions)]
    command += ["-o", str(results), "-j", str(jobs), "--fresh"]
    before, start = cpu_of_children(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=dict(os.environ))
    seconds = time.perf_counter() - start, cpu_of_children() - before
    with (results / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["status"] for row in rows} == {"graded"}
    right = sum(row["score"] == row["max_score"] for row in rows)
    assert right >= len(rows) * (1 - 1 / WRONG_EVERY) - 1, f"{right} of {len(rows)} have full marks"
    return seconds


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def profiled(variants: str, assessment: Path, submissions: Path, results: Path) -> None:
    profile = cProfile.Profile()
    profile.enable()
    grade_class(assessment, submissions, results, fresh=True)
    profile.disable()
    print(f"== {variants}")
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
