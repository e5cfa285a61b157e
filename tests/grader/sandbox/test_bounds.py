"""What one submission can cost the grader in all: time, memory, text, whatever each single limit allows."""

import time

import numpy as np
import pytest

from exercises.kit.program import parse_program
from grader.sandbox.inside import wire
from grader.sandbox.job import CaseJob, FaultKind, Job, Limits, QuestionJob
from grader.sandbox.runner import Sandbox
from grader.submissions.model import Cell


@pytest.fixture(scope="module")
def box():
    with Sandbox() as opened:
        yield opened


def job(sources, questions=0, cases=1, limits=None) -> Job:
    call = CaseJob(program=parse_program("f(x) -> y"), inputs={"x": 1}, seed=0)
    return Job(
        cells=tuple(Cell(label=f"cell{i}", source=source) for i, source in enumerate(sources)),
        questions=tuple(QuestionJob(id=f"q{i}", cases=(call,) * cases) for i in range(questions)),
        limits=limits or Limits(),
    )


def test_a_little_sleep_in_every_cell_ends_with_the_submission(box):
    limits = Limits(question_cpu_s=0.5, submission_cpu_s=0.5, wall_factor=1)
    start = time.monotonic()
    result = box.run(job(["import time; time.sleep(0.3)"] * 40, questions=3, limits=limits))
    assert time.monotonic() - start < 5
    assert result.cells[0].fault is None
    assert result.cells[-1].fault.kind == FaultKind.WALL_LIMIT
    assert result.questions[-1].cases[0].fault.kind == FaultKind.WALL_LIMIT


def test_cells_share_the_submissions_cpu_time(box):
    limits = Limits(question_cpu_s=0.5, submission_cpu_s=0.5, wall_factor=10)
    spin = "import time\nt = time.process_time()\nwhile time.process_time() - t < 0.15: pass"
    result = box.run(job([spin] * 10, limits=limits))
    kinds = [cell.fault.kind if cell.fault else None for cell in result.cells]
    assert kinds[0] is None
    assert set(kinds[5:]) == {FaultKind.TIME_LIMIT}


def test_results_of_all_cases_together_are_bounded(box):
    source = """
import numpy as np
n = 0
def f(x):
    global n
    n += 1
    return np.ones(100_000) if n < 9 else 1
"""
    limits = Limits(result_mb=1)
    result = box.run(job([source], questions=3, cases=8, limits=limits))
    big, after, last = result.questions
    assert [run.fault.kind for run in big.cases] == [FaultKind.OUTPUT_LIMIT] * 8
    assert all(run.outputs is not None for run in last.cases)
    kept = [run.outputs["y"] for run in after.cases if run.outputs]
    assert sum(value.nbytes for value in kept if isinstance(value, np.ndarray)) <= 4 << 20


def test_printed_text_of_all_cells_together_is_bounded(box):
    result = box.run(job(["print('x' * 999)"] * 200, limits=Limits(output_kb=1)))
    printed = [len(cell.printed) for cell in result.cells]
    assert printed[0] == 1000
    assert sum(printed) == 64 << 10


def test_who_sends_byte_by_byte_is_not_listened_to_for_ever(box):
    """In C, faster than the grader reads: it always found something, and never looked at the clock."""
    source = """
import ctypes, struct, os
def f(x):
    libc = ctypes.CDLL(None)
    os.write(3, struct.pack("<4sIQ", b"KDF1", 8 << 20, 0))
    while True:
        libc.write(3, b" " * 3, 3)
"""
    limits = Limits(question_cpu_s=0.2, submission_cpu_s=2, wall_factor=3)
    start = time.monotonic()
    result = box.run(job([source], questions=1, limits=limits))
    assert time.monotonic() - start < 4
    assert result.questions[0].cases[0].fault.kind in (FaultKind.TIME_LIMIT, FaultKind.WALL_LIMIT)


@pytest.mark.parametrize(
    "shape", [(0, 1 << 40), (1 << 40, 0), (3, 0, 1 << 20), (0, 1 << 11, 1 << 11)], ids=str
)
def test_an_empty_array_with_vast_axes_is_neither_written_nor_read(shape):
    """To sum over its axis of length 0 would allocate what the others say."""
    with pytest.raises(wire.TooLargeError):
        wire.pack(None, np.empty(shape))
    head = b'[null,{"a":["f8",%s]}]' % str(list(shape)).encode()
    with pytest.raises(wire.MalformedFrameError):
        wire.unpack(head, bytearray(), str)


def test_an_ordinary_empty_array_is_read_back():
    frame = wire.pack(None, np.empty((0, 5)))
    head, _ = wire.lengths(frame[: wire.HEADER.size], 0)
    assert wire.unpack(frame[wire.HEADER.size :][:head], bytearray(), str)[1].shape == (0, 5)


@pytest.mark.parametrize(
    "line",
    [
        "os.open('f', os.O_CREAT | os.O_WRONLY, 0o4755)",
        "os.open('f', os.O_CREAT | os.O_WRONLY, 0o2755)",
        "os.mkdir('f', 0o2755)",
        "os.close(os.open('f', os.O_CREAT | os.O_WRONLY)) or os.open('f', os.O_TRUNC)",
        "os.close(os.open('f', os.O_CREAT | os.O_WRONLY)) or os.truncate('f', 0)",
        "os.close(os.open('f', os.O_CREAT | os.O_WRONLY)) or os.utime('f')",
    ],
)
def test_what_landlock_does_not_see_the_filter_refuses(box, line):
    fault = box.run(job([f"import os\n{line}"])).cells[0].fault
    assert (fault.kind, fault.exception) == (FaultKind.FORBIDDEN, "PermissionError")


@pytest.mark.parametrize(
    "source",
    [
        "import tempfile\nwith tempfile.TemporaryFile() as f: f.write(b'x'); f.truncate(0)",
        "import tempfile\nwith tempfile.TemporaryDirectory() as f: open(f + '/a', 'w').close()",
        "import numpy as np\nnp.savez('a.npz', x=np.ones(3))\nassert np.load('a.npz')['x'].sum() == 3",
        "open('a', 'w').write('x')\nopen('a', 'a').write('y')\nassert open('a').read() == 'xy'",
        "import json, os\njson.dump([1], open('a', 'w'))\nos.replace('a', 'b')\nos.remove('b')",
    ],
)
def test_honest_use_of_files_works(box, source):
    assert box.run(job([source])).cells[0].fault is None
