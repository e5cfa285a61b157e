"""What a Dask cluster costs beside processes of one machine, and what a hundred workers would reach.

    pip install 'kaodian[cluster]'
    python benchmarks/cluster.py [--submissions 400] [--chunk 10]

A scheduler and two workers on loopback grade the class that two local processes grade, in turn, in one run.
What the grader itself spends on each submission (handing it out, writing it down) bounds how many workers it
can keep busy; what a worker spends bounds the rest.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from distributed import Client
from grading import QUESTIONS, write_assessment, write_class

from grader.batch.cluster import DaskCluster
from grader.batch.workers import LocalProcesses, Workforce
from grader.reports.run import grade_class

WORKERS = 2
MANY_WORKERS, MANY_SUBMISSIONS = 100, 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--submissions", type=int, default=400)
    parser.add_argument("--chunk", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kaodian-benchmark-") as name:
        compare(Path(name), options.submissions, options.chunk)


def compare(folder: Path, count: int, chunk: int) -> None:
    assessment = write_assessment(folder, QUESTIONS, torch=False)
    write_class(folder / "submissions", count, QUESTIONS)
    where = folder / "scheduler.json"
    dask = ["--scheduler-file", str(where), "--no-dashboard"]
    commands = [["distributed.cli.dask_scheduler", *dask, "--host", "127.0.0.1", "--port", "0"]]
    commands += [["distributed.cli.dask_worker", *dask, "--nthreads", "1", "--no-nanny"]] * WORKERS
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    processes = [
        subprocess.Popen([sys.executable, "-m", *command], cwd=folder, **quiet) for command in commands
    ]
    try:
        with Client(scheduler_file=str(where), timeout=60) as client:
            client.wait_for_workers(WORKERS, timeout=60)
            address = client.scheduler.address
        local_s, local_own_s = timed(assessment, folder, "local", LocalProcesses(WORKERS, chunk))
        dask_s, dask_own_s = timed(assessment, folder, "dask", DaskCluster(address, chunk))
    finally:
        for process in processes:
            process.kill()
            process.wait()
    own_s, worker_s = dask_own_s / count, WORKERS * local_s / count
    print(f"{count} submissions, {WORKERS} workers, {chunk} at a time")
    for name, whole_s, grader_s in (
        ("one machine", local_s, local_own_s),
        ("Dask on loopback", dask_s, dask_own_s),
    ):
        each_ms, grader_ms = 1000 * whole_s / count, 1000 * grader_s / count
        print(f"{name}: {each_ms:.1f} ms each, {grader_ms:.2f} ms of it the grader's own CPU")
    print(f"overhead per submission: {1000 * (dask_s - local_s) / count:.1f} ms of wall time")
    rate = min(MANY_WORKERS / worker_s, 1 / own_s)
    bound = "the grader" if 1 / own_s < MANY_WORKERS / worker_s else "the workers"
    print(
        f"{MANY_WORKERS} workers: {rate:.0f} submissions/s, bound by {bound}; "
        f"{MANY_SUBMISSIONS} submissions in {MANY_SUBMISSIONS / rate / 60:.1f} min"
    )


def timed(assessment: Path, folder: Path, name: str, workforce: Workforce) -> tuple[float, float]:
    """Seconds of wall time, and of this process' own CPU time; workers are warmed up first."""
    warm = folder / f"{name}-warm"
    write_class(warm, 4 * WORKERS, QUESTIONS)
    grade_class(assessment, warm, folder / f"{name}-warm-results", workforce=workforce)
    start, own = time.perf_counter(), own_cpu_s()
    grade_class(assessment, folder / "submissions", folder / f"{name}-results", workforce=workforce)
    return time.perf_counter() - start, own_cpu_s() - own


def own_cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
