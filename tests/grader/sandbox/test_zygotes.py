"""The sandbox's own life: it says which walls it has, refuses too few, and outlives what kills it."""

import contextlib
import gc
import multiprocessing
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from exercises.kit.program import parse_program
from grader.sandbox import runner as runner_module
from grader.sandbox import zygotes
from grader.sandbox.inside import kernel, landlock, seccomp, syscalls
from grader.sandbox.isolation import FLOOR, NAMESPACES, Isolation, Layer, SandboxUnavailableError, refusal
from grader.sandbox.job import CaseJob, FaultKind, Job, Limits, QuestionJob
from grader.sandbox.readable import readable
from grader.sandbox.runner import PlainProcess, Sandbox, describe_isolation, open_runner
from grader.submissions.model import Cell
from tests.attacks import referee

INNOCENT = referee.job([("innocent.py", referee.INNOCENT)], "innocent(x) -> y")


def is_right(result) -> bool:
    run = result.questions[0].cases[0]
    return run.outputs is not None and run.outputs["y"].tolist() == [0, 2, 4]


@pytest.fixture
def box():
    with Sandbox() as opened:
        yield opened


def inner_pids(box: Sandbox) -> set[int]:
    """The zygote's processes: our descendants whose command line holds the boot program."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, wanted = set(), [box._zygote.process.pid]
    while wanted:
        pid = wanted.pop()
        found.add(pid)
        wanted += children.get(pid, [])
    return found


def gone(pids: set[int]) -> bool:
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() and " Z " not in stat(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


def stat(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return " Z "


def test_a_killed_zygote_is_replaced_between_submissions(box):
    assert is_right(box.run(INNOCENT))
    os.kill(box._zygote.process.pid, signal.SIGKILL)
    assert is_right(box.run(INNOCENT))


def test_a_killed_zygote_is_replaced_under_a_submission(box, monkeypatch):
    """The submission is run again, and nobody is told of a fault."""
    victim, starts = box._zygote, []
    fork = zygotes.Zygote.fork

    def dies_once(self, limits, is_test=False):
        made = fork(self, limits, is_test)
        if self is victim:
            for pid in inner_pids(box):
                with contextlib.suppress(ProcessLookupError):  # the first takes others with it
                    os.kill(pid, signal.SIGKILL)
        starts.append(self is victim)
        return made

    monkeypatch.setattr(zygotes.Zygote, "fork", dies_once)
    assert is_right(box.run(INNOCENT))
    assert starts[0]
    assert not starts[-1]


def test_a_zygote_that_dies_twice_under_a_submission_gives_no_result(box, monkeypatch):
    def lost(self, limits, is_test=False):
        raise zygotes.ZygoteLostError("killed")

    monkeypatch.setattr(zygotes.Zygote, "fork", lost)
    monkeypatch.setattr(zygotes.Zygote, "got_through", lambda self: [])
    result = box.run(INNOCENT)
    assert {run.fault.kind for run in result.questions[0].cases} == {FaultKind.NO_RESULT}
    assert result.cells[0].fault.kind == result.answers_fault.kind == FaultKind.NO_RESULT
    monkeypatch.undo()
    assert is_right(box.run(INNOCENT))


def test_a_fork_that_cannot_lock_itself_down_runs_nothing(box):
    """It is no fault of the submission, so there is no result to be had of it."""
    impossible = INNOCENT.model_copy(update={"limits": Limits(file_mb=1 << 43)})
    with pytest.raises(SandboxUnavailableError, match="not graded") as error:
        box.run(impossible)
    assert "尚未评分" in error.value.reason.zh
    assert is_right(box.run(INNOCENT))


def test_closing_ends_every_process_and_removes_the_folder():
    with Sandbox() as box:
        pids, folder = inner_pids(box), box._zygote.folder.path
        assert len(pids) >= 2
        assert folder.exists()
    assert gone(pids)
    assert not folder.exists()


_HUNG = """
import sys
sys.path[:0] = [{tests!r}, {checkout!r}]
from tests.attacks import referee
from grader.sandbox.runner import Sandbox
from test_zygotes import inner_pids
box = Sandbox(without={without!r})
with box:
    print(*inner_pids(box), flush=True)
    slow = referee.LIMITS.model_copy(update=dict(question_cpu_s=50, submission_cpu_s=50))
    sleeps = "import time\\ndef attack(x): time.sleep(99)"
    box.run(referee.job([("attack.py", sleeps)], "attack(x) -> y", limits=slow))
"""


@pytest.mark.parametrize("without", [(), ("bubblewrap",), ("bubblewrap", "namespaces")], ids=str)
def test_when_the_grader_is_killed_nothing_of_the_sandbox_stays(without):
    code = _HUNG.format(
        tests=str(Path(__file__).parent), checkout=str(Path(__file__).parents[3]), without=without
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as grader:
        pids = set(map(int, grader.stdout.readline().split()))
        time.sleep(0.3)
        grader.kill()
    assert pids
    assert gone(pids)


def _run_in_worker(box, queue):
    right = is_right(box.run(INNOCENT))
    gc.collect()  # the parent's zygote is garbage here, and its folder is not
    queue.put(right)
    box.close()


def test_a_worker_forked_from_us_starts_a_zygote_of_its_own(box):
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    worker = context.Process(target=_run_in_worker, args=(box, queue))
    worker.start()
    assert queue.get(timeout=30)
    worker.join()
    assert is_right(box.run(INNOCENT))  # ours was left alone


def test_without_landlock_or_seccomp_the_sandbox_refuses():
    for missing in ("landlock", "seccomp"):
        with pytest.raises(SandboxUnavailableError) as error, Sandbox(without={missing}):
            pass
        assert {"landlock": "Landlock", "seccomp": "seccomp"}[missing] in str(error.value)
        assert error.value.reason.zh != error.value.reason.en


def test_refusals_name_what_is_missing_and_what_to_do():
    whole = Isolation(layers=tuple(Layer))
    assert refusal(whole, weaker=False) is None
    assert refusal(Isolation(layers=tuple(FLOOR)), weaker=False) is None
    namespaces_only = Isolation(layers=tuple(NAMESPACES | {Layer.LIMITS}))
    assert "--allow-weaker-sandbox" in refusal(namespaces_only, weaker=False).en
    assert refusal(namespaces_only, weaker=True) is None
    for layer in NAMESPACES:
        fewer = Isolation(layers=tuple(set(namespaces_only.layers) - {layer}))
        assert "--no-sandbox" in refusal(fewer, weaker=True).en
    assert "--no-sandbox" in refusal(Isolation(), weaker=True).zh


_UNLOCKED = """
import sys
from grader.sandbox.inside.attempts import got_through
print(*got_through("/nowhere", __import__("grader").__file__, "/", "/nowhere"), sep="\\n")
"""


def test_what_gets_through_the_self_test_is_named(box):
    """The same attempts succeed in a process that has locked nothing."""
    done = subprocess.run([sys.executable, "-c", _UNLOCKED], capture_output=True, text=True, check=True)
    assert {
        "open a socket",
        "read a file of the grader",
        "list the home folder",
        "start a program",
        "fork",
        "no file can be written in the work folder",
    } <= set(done.stdout.splitlines())
    assert box._zygote.got_through() == []


def test_a_failed_self_test_refuses(monkeypatch):
    monkeypatch.setattr(zygotes.Zygote, "got_through", lambda self: ["open a socket"])
    with pytest.raises(SandboxUnavailableError, match="open a socket"), Sandbox():
        pass


def test_bubblewrap_that_does_not_work_is_done_without(tmp_path, monkeypatch):
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho no permission >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with Sandbox() as box:
        assert Layer.BUBBLEWRAP not in box.isolation.layers
        assert is_right(box.run(INNOCENT))


def test_isolation_is_described_in_words():
    isolation = describe_isolation()
    assert set(isolation.layers) >= FLOOR
    assert "Landlock" in str(isolation)
    assert set(isolation.layers).isdisjoint(isolation.missing)


def test_the_runner_for_the_platform(monkeypatch):
    assert isinstance(open_runner(), Sandbox)
    assert isinstance(open_runner(sandbox=False), PlainProcess)
    monkeypatch.setattr(runner_module.sys, "platform", "darwin")
    with pytest.raises(SandboxUnavailableError, match="Linux"):
        open_runner()


def test_opening_imports_no_zygote_before_it_is_needed():
    code = "import sys, grader.sandbox.runner; assert 'grader.sandbox.zygotes' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_numpy_profile_reads_one_distribution():
    paths = readable("numpy")
    assert set(paths.origins) == {"numpy"}
    assert all(Path(path).name.startswith("numpy") for path in paths.distributions)
    allowed = " ".join(paths.allowed)
    assert "pydantic" not in allowed
    assert not any(path.endswith(("site-packages", "dist-packages")) for path in paths.allowed)


def test_start_up_is_fast():
    with Sandbox():  # bytecode and the list of readable files are there
        pass
    best = min(_start_s() for _ in range(3))
    assert best < 1.5  # 0.15 s on a quiet machine


def _start_s() -> float:
    start = time.perf_counter()
    with Sandbox():
        return time.perf_counter() - start


@pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc and the kernel's headers")
def test_numbers_of_system_calls_are_those_of_the_kernels_headers(tmp_path):
    include = "#include <asm/unistd.h>\n"
    done = subprocess.run(
        ["gcc", "-E", "-dM", "-x", "c", "-"], input=include, capture_output=True, text=True, check=False
    )
    numbers = {name: int(code) for name, code in re.findall(r"#define __NR_(\w+) (\d+)$", done.stdout, re.M)}
    if not numbers:
        pytest.skip(f"needs the kernel's headers: {done.stderr[:200]}")
    known = {name: syscalls.number(name) for name in syscalls.TABLE}
    assert {n: c for n, c in known.items() if c is not None and n in numbers and numbers[n] != c} == {}
    assert set(known) - set(numbers) <= {"futex_waitv"}


def test_the_filter_fits_the_kernel_and_its_jumps_stay_inside():
    program = seccomp.program(seccomp.prepare(), 1234)
    steps = list(struct.iter_unpack("<HBBI", program))
    assert len(steps) < 4096
    for at, (code, yes, no, value) in enumerate(steps, 1):
        if code in (0x15, 0x35, 0x45):
            assert at + max(yes, no) < len(steps)
        if code == 0x05:
            assert at + value < len(steps)
    assert (1234).to_bytes(4, "little") in program


def test_landlock_handles_every_right_of_its_version():
    assert landlock.handled(1) == (1 << 13) - 1
    assert landlock.handled(2) == (1 << 14) - 1
    assert landlock.handled(3) == landlock.handled(4) == (1 << 15) - 1
    assert landlock.handled(7) == (1 << 16) - 1
    assert kernel.landlock_abi() >= 1


TORCH = """
import torch, torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 2)
    def forward(self, x):
        return self.layer(x)
def train(x):
    x = torch.as_tensor(x, dtype=torch.float32)
    net = Net(); optimiser = torch.optim.Adam(net.parameters())
    for _ in range(3):
        optimiser.zero_grad(); loss = net(x).pow(2).mean(); loss.backward(); optimiser.step()
    return loss
def shapes(x):
    t = torch.arange(6.0).reshape(2, 3)
    return [t.T, t.bfloat16(), torch.nn.Parameter(t), torch.ones(1).expand(3), t > 2, t.to_sparse(),
            torch.tensor(1j).conj(), torch.tensor(3)]
def huge(x): return torch.ones(1).expand(1 << 20, 1 << 20)
def hog(x): return torch.empty(1 << 36)
"""


@pytest.fixture(scope="module")
def torch_box():
    pytest.importorskip("torch", reason="needs torch")
    with Sandbox("numpy+torch") as opened:
        yield opened


def torch_run(box, call):
    case = CaseJob(program=parse_program(f"{call}(x) -> y"), inputs={"x": np.ones((4, 3))}, seed=5)
    job = Job(
        cells=(Cell(label="work.py", source=TORCH),),
        questions=(QuestionJob(id="q", cases=(case, case)),),
        limits=Limits(question_cpu_s=5),
    )
    return box.run(job).questions[0].cases


def test_torch_trains_in_one_thread_and_alike_each_time(torch_box):
    first, second = torch_run(torch_box, "train")
    assert first.fault is None
    assert first.outputs["y"].dtype == np.float32
    assert first.outputs == second.outputs


def test_tensors_become_arrays(torch_box):
    t = np.arange(6, dtype=np.float32).reshape(2, 3)
    found = torch_run(torch_box, "shapes")[0].outputs["y"]
    wanted = [t.T, t, t, np.ones(3), t > 2, t, np.array(-1j), np.array(3)]
    assert all(type(f) is np.ndarray and np.array_equal(f, w) for f, w in zip(found, wanted, strict=True))


def test_torchs_limits_have_their_names(torch_box):
    assert torch_run(torch_box, "huge")[0].fault.kind == FaultKind.OUTPUT_LIMIT
    assert torch_run(torch_box, "hog")[0].fault.kind == FaultKind.MEMORY_LIMIT
