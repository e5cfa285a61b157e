"""Grading on a Dask cluster of two workers on loopback: the same results, also when one of them dies."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from grader.batch.cluster import ClusterError, DaskCluster
from grader.batch.result import SubmissionResult
from grader.reports.run import grade_class
from grader.sandbox.runner import SandboxUnavailableError
from tests.grader.batch.small_class import write_class

distributed = pytest.importorskip(
    "distributed", reason="distributed (pip install 'kaodian[cluster]') is missing"
)
pytestmark = pytest.mark.filterwarnings("ignore")


@contextlib.contextmanager
def cluster(folder, workers):
    """A scheduler and workers, each a process of its own as on other machines."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    where = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(where)]
    processes = [subprocess.Popen([*dask, *options], **quiet)]
    try:
        for number in range(workers):
            worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(where)]
            options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", f"w{number}"]
            processes.append(subprocess.Popen([*worker, *options], **quiet))
        with distributed.Client(scheduler_file=str(where), timeout=60) as client:
            client.wait_for_workers(workers, timeout=60)
            address = client.scheduler.address
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def scores(results):
    lines = (results / "results.jsonl").read_text().splitlines()
    found = [SubmissionResult.model_validate_json(line) for line in lines]
    return {r.student: [(q.question, q.score, q.misconceptions, q.parts) for q in r.questions] for r in found}


def test_a_cluster_gives_the_same_results_and_a_worker_that_dies_costs_nobody_a_point(tmp_path, monkeypatch):
    path = write_class(tmp_path, 30)
    grade_class(path, tmp_path / "submissions", tmp_path / "local")
    killed = []
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")  # the workers' own folder is another
    with cluster(tmp_path, 2) as (address, workers):

        def progress(done, total):
            if done >= total // 4 and not killed:
                killed.append(workers[0].pid)
                os.kill(workers[0].pid, signal.SIGKILL)

        workforce = DaskCluster(address, chunk=2)
        grade_class(path, Path("../submissions"), Path("../results"), workforce=workforce, progress=progress)
    assert killed
    assert scores(tmp_path / "results") == scores(tmp_path / "local")
    assert len(list((tmp_path / "results" / "students").glob("*.html"))) == 30


def test_zygotes_end_with_their_worker(tmp_path):
    path = write_class(tmp_path, 4)
    with cluster(tmp_path, 1) as (address, workers):
        grade_class(
            path, tmp_path / "submissions", tmp_path / "results", workforce=DaskCluster(address, chunk=1)
        )
        children = psutil.Process(workers[0].pid).children(recursive=True)
        deadline = time.monotonic() + 20
        while any(child.is_running() for child in children) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not [child for child in children if child.is_running()]
        assert workers[0].poll() is None


def test_workers_that_have_loaded_other_sources_grade_nothing(tmp_path, monkeypatch):
    path = write_class(tmp_path, 4)
    monkeypatch.setattr("grader.reports.run.source_hash", lambda: "0" * 64)
    with (
        cluster(tmp_path, 1) as (address, _),
        pytest.raises(SandboxUnavailableError, match="Start the dask workers anew"),
    ):
        grade_class(
            path, tmp_path / "submissions", tmp_path / "results", workforce=DaskCluster(address, chunk=1)
        )


def test_no_scheduler_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("grader.batch.cluster._CONNECT_S", 1)
    path = write_class(tmp_path, 2)
    with pytest.raises(ClusterError, match=r"No scheduler at tcp://127\.0\.0\.1:9"):
        grade_class(
            path,
            tmp_path / "submissions",
            tmp_path / "results",
            workforce=DaskCluster("tcp://127.0.0.1:9", chunk=1),
        )


def test_executor_and_scheduler_go_together(tmp_path):
    path = write_class(tmp_path, 1)
    command = [sys.executable, "-m", "grader.cli.main", "grade", str(path), str(tmp_path / "submissions")]
    ended = subprocess.run(
        [*command, "-o", str(tmp_path / "results"), "--executor", "dask"], capture_output=True, text=True
    )
    assert ended.returncode == 2
    assert "--scheduler" in ended.stderr
