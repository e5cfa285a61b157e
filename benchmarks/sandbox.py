"""What one submission costs in the sandbox, and how many fit into a minute.

    python benchmarks/sandbox.py [--profile numpy+torch] [--without bubblewrap namespaces] [--seconds 5]

The floor is a bare fork of a process with the same modules loaded, and waiting for its end: nothing that
runs each submission in a process of its own, and starts none, can be faster.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import numpy as np

from exercises.kit.program import parse_program
from grader.sandbox.inside.preload import preload
from grader.sandbox.job import CaseJob, Job, QuestionJob
from grader.sandbox.runner import Sandbox
from grader.submissions.model import Cell

SOURCE = {
    "numpy": """
import numpy as np
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
""",
    "numpy+torch": """
import torch
def softmax(x):
    return torch.softmax(torch.as_tensor(x), dim=1)
""",
}


def submission(profile: str, cases: int) -> Job:
    """One cell, one question."""
    rng = np.random.default_rng(0)
    program = parse_program("softmax(x) -> p")
    drawn = (CaseJob(program=program, inputs={"x": rng.normal(size=(8, 5))}, seed=1) for _ in range(cases))
    cells = (Cell(label="work.py", source=SOURCE[profile]),)
    return Job(cells=cells, questions=(QuestionJob(id="q1", cases=tuple(drawn)),))


def median_ms(work: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def bare_fork() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def in_a_minute(arguments: tuple[str, list[str], float]) -> float:
    """Submissions a minute of one worker with a zygote of its own."""
    profile, without, seconds = arguments
    job, count = submission(profile, 8), 0
    with Sandbox(profile, without=without) as box:
        box.run(job)
        start = time.perf_counter()
        while (elapsed := time.perf_counter() - start) < seconds:
            box.run(job)
            count += 1
    return 60 * count / elapsed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profile", choices=SOURCE, default="numpy")
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--repeats", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    profile, without, repeats = options.profile, options.without, options.repeats
    module = "torch" if "torch" in profile else "numpy"
    workers = os.cpu_count() or 1

    start = time.perf_counter()
    with Sandbox(profile, without=without) as box:
        started_ms = 1000 * (time.perf_counter() - start)
        print(f"isolation: {box.isolation}")
        print(f"start of a zygote, self-test included   {started_ms:8.0f} ms")
        for cases in (1, 8):
            job = submission(profile, cases)
            run = box.run(job).questions[0].cases[-1]
            assert run.outputs is not None, run.fault
            cost_ms = median_ms(partial(box.run, job), repeats)
            print(f"one submission, {cases} cases               {cost_ms:8.2f} ms")
    rates = list(
        ProcessPoolExecutor(workers).map(in_a_minute, [(profile, without, options.seconds)] * workers)
    )
    print(f"{workers} zygotes, 8 cases each              {sum(rates):8.0f} a minute")

    fresh = [sys.executable, "-c", f"import {module}"]
    fresh_ms = median_ms(lambda: subprocess.run(fresh, check=True), 5)
    print(f"for comparison: a new Python that imports {module}  {fresh_ms:8.0f} ms")
    os.environ["OMP_NUM_THREADS"] = "1"
    preload(profile)
    print(f"for comparison: bare fork and wait (the floor)  {median_ms(bare_fork, repeats):8.2f} ms")


if __name__ == "__main__":
    main()
