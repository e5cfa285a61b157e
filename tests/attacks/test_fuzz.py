"""What is trusted reads whatever bytes come: no crash, no hang, no memory that grows.

With HYPOTHESIS_PROFILE=soak a million examples in all; by default a few hundred.
"""

import contextlib
import gc
import io
import itertools
import json
import os
import struct
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.kit.program import parse_program
from grader.sandbox.conversation import Budget, Conversation, StoppedError
from grader.sandbox.inside import wire
from grader.sandbox.job import CaseJob, Fault, FaultKind, Job, JobResult, Limits, QuestionJob, Unreadable
from grader.submissions.archive import read_zip
from grader.submissions.model import Cell
from grader.submissions.notebook import looks_like_notebook, read_notebook
from grader.submissions.problems import SubmissionError
from grader.submissions.source import syntax_tree

IS_SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


def examples(soak: int):
    """Settings with `soak` examples in the soak profile, and a few in the default one."""
    return settings(
        max_examples=soak if IS_SOAK else 60,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


# ---- frames ----

LIMIT = 1 << 20
numbers = (
    st.integers()
    | st.floats()
    | st.sampled_from([0, -1, 1 << 31, 1 << 62, 1 << 64, 10**300, float("nan"), float("inf")])
)
dtypes = st.sampled_from([*sorted(wire.DTYPES), "O", "V8", "U4", "f16", "", "f", "|O", ">f8"])
leaves = st.none() | st.booleans() | numbers | st.text(max_size=8)
nodes = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.fixed_dictionaries({"a": st.tuples(dtypes, st.lists(numbers | st.integers(0, 4), max_size=4))}),
        st.fixed_dictionaries({"g": dtypes}),
        st.fixed_dictionaries({"d": st.lists(st.tuples(inner, inner), max_size=3) | inner}),
        st.fixed_dictionaries({"t": st.lists(inner, max_size=3) | inner}),
        st.fixed_dictionaries({"c": st.lists(inner, max_size=3)}),
        st.fixed_dictionaries({"i": st.text(max_size=8) | st.from_regex(r"-?0x[0-9a-f]{1,40}")}),
        st.fixed_dictionaries({"u": inner}),
        st.dictionaries(st.text(max_size=3), inner, max_size=2),
    ),
    max_leaves=10,
)
faults = st.none() | st.dictionaries(
    st.sampled_from(sorted(Fault.model_fields)), leaves | st.sampled_from(sorted(FaultKind)), max_size=4
)
messages = (
    st.fixed_dictionaries(
        {},
        optional={
            "cell": leaves | st.sampled_from([0, 1]),
            "answers": leaves,
            "case": leaves,
            "fault": faults | leaves,
            "printed": st.text() | leaves,
        },
    )
    | nodes
)


def framed(head: bytes, body: bytes) -> bytes:
    return wire.HEADER.pack(wire.MAGIC, len(head), len(body)) + head + body


heads = st.tuples(messages, nodes).map(lambda pair: json.dumps(pair).encode()) | st.binary(max_size=64)
bodies = st.binary(max_size=64) | st.integers(0, 8).map(lambda n: bytes(16 * n))
frames = st.builds(framed, heads, bodies)
honest = st.sampled_from(
    [
        wire.pack({"cell": 0, "fault": None, "printed": "x"}),
        wire.pack({"cell": 1, "fault": None, "printed": ""}),
        wire.pack({"answers": True, "fault": None, "printed": ""}, {"q": 7, "r": [1, 2.5]}),
        wire.pack({"case": True, "fault": None, "printed": ""}, {"y": np.arange(3.0)}),
        wire.pack({"case": True, "fault": {"kind": "error"}, "printed": ""}),
    ]
)


@st.composite
def damaged(draw):
    """An honest frame with some of its bytes changed, left out or doubled."""
    frame = bytearray(draw(honest))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(frame) - 1)) if frame else 0
        kind = draw(st.sampled_from(["set", "cut", "double"]))
        if kind == "set" and frame:
            frame[at] = draw(st.integers(0, 255))
        elif kind == "cut":
            del frame[at : at + draw(st.integers(1, 8))]
        else:
            frame[at:at] = frame[at : at + draw(st.integers(1, 8))]
    return bytes(frame)


def read(frame: bytes):
    head, body = wire.lengths(frame[: wire.HEADER.size].ljust(wire.HEADER.size, b"\0"), LIMIT)
    start = wire.HEADER.size
    if len(frame) < start + head + body:
        raise wire.MalformedFrameError
    body_bytes = bytearray(frame[start + head : start + head + body])
    return wire.unpack(frame[start : start + head], body_bytes, lambda name: Unreadable(type_name=name))


@examples(500_000)
@given(frames | damaged() | st.binary(max_size=200))
def test_any_frame_is_read_or_refused(frame):
    with contextlib.suppress(wire.MalformedFrameError):
        message, value = read(frame)
        json.dumps(repr(message))
        # whatever was read can be written again, and is as large as what came
        with contextlib.suppress(wire.TooLargeError):
            assert len(wire.pack(None, value)) < 100 * len(frame) + 10_000


class Scripted:
    """A fork that answers whatever it is asked by these bytes, and then closes the channel."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)
        self.asked = 0

    def send(self, frame: bytes, budget: Budget) -> None:
        self.asked += 1

    def receive_frame(self, limit: int, budget: Budget) -> bytes:
        header = self.read(wire.HEADER.size)
        return header + self.read(sum(wire.lengths(header, limit)))

    def read(self, size: int) -> bytes:
        data = self.data.read(size)
        if len(data) < size:
            raise StoppedError(Fault(kind=FaultKind.NO_RESULT))
        return data

    def cpu_s(self) -> float:
        return 0.0

    def stop(self, kind: FaultKind) -> StoppedError:
        return StoppedError(Fault(kind=kind))

    def close(self) -> None:
        pass


CASE = CaseJob(program=parse_program("f(x) -> y"), inputs={"x": 1}, seed=0)
JOB = Job(
    cells=(Cell(label="a.py", source="1"), Cell(label="b.py", source="2")),
    questions=tuple(QuestionJob(id=f"q{i}", cases=(CASE, CASE)) for i in range(2)),
    limits=Limits(result_mb=1),
)


@examples(100_000)
@given(st.lists(st.lists(honest | damaged() | frames, max_size=8).map(b"".join), max_size=4))
def test_any_conversation_ends_in_a_whole_result(scripts):
    """Every cell, the answers and every case have a result, which can be written to a file and read again."""
    left = iter(scripts)
    started = 0

    def start():
        nonlocal started
        started += 1
        return Scripted(next(left, b""))

    result = Conversation(JOB, start).run()
    assert started <= 12
    assert len(result.cells) == 2
    assert [len(question.cases) for question in result.questions] == [2, 2]
    for run in itertools.chain(*(question.cases for question in result.questions)):
        assert (run.fault is None) == (run.outputs is not None and run.outputs.keys() == {"y"})
        if run.fault is not None:
            run.fault.model_dump_json()
    assert isinstance(result, JobResult)
    for cell in result.cells:
        json.dumps(cell.model_dump(mode="json"), ensure_ascii=False).encode("utf-8")


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux's /proc")
def test_reading_the_worst_frames_again_and_again_takes_no_more_memory():
    worst = [
        framed(b"[" * 1_000_000, b""),
        framed(b"[null,[" + b"1.5," * 400_000 + b"1]]", b""),
        framed(b'[null,"' + b"\\ud800" * 100_000 + b'"]', b""),
        framed(b'[null,{"a":["f8",[0,99999999999999999]]}]', b""),
        framed(b'[null,{"a":["b1",[1000000]]}]', bytes(1_000_000)),
        framed(b"[null," + b"9" * 1_000_000 + b"]", b""),
        framed(b'[null,{"i":"0x' + b"f" * 1_000_000 + b'"}]', b""),
        framed(b'[null,{"d":[' + b'["k",1],' * 100_000 + b'["k",1]]}]', b""),
    ]

    def once():
        for frame in worst:
            with contextlib.suppress(wire.MalformedFrameError):
                read(frame)
        gc.collect()

    once()
    once()
    before, start = resident(), time.monotonic()
    for _ in range(20 if IS_SOAK else 4):
        once()
    assert resident() - before < 32 << 20
    assert time.monotonic() - start < 120


@contextlib.contextmanager
def refused_in_words():
    """What is not read is refused by sentences in both languages, which can be written to a file."""
    told = None
    try:
        yield
    except SubmissionError as error:
        told = error.problem
    if told is not None:
        assert told.zh.encode()
        assert told.en.encode()


# ---- notebooks ----

texts = st.text(max_size=20) | st.sampled_from(["%%bash\nrm -rf /", "x = 1", "\0", "\ud800", "!ls", "%%time"])
cells = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["code", "markdown", "raw"]) | leaves},
    optional={"source": texts | st.lists(texts, max_size=3) | leaves, "outputs": leaves, "input": texts},
)
notebooks = st.fixed_dictionaries(
    {},
    optional={
        "nbformat": st.sampled_from([3, 4, 5, 4.5, "4"]) | leaves,
        "cells": st.lists(cells | leaves, max_size=4) | leaves,
        "worksheets": st.lists(st.fixed_dictionaries({"cells": st.lists(cells)}), max_size=2) | leaves,
        "metadata": st.dictionaries(
            st.sampled_from(["kernelspec", "language_info", "x"]),
            st.dictionaries(st.sampled_from(["name", "language"]), leaves, max_size=2) | leaves,
            max_size=2,
        )
        | leaves,
    },
)


@examples(150_000)
@given(
    notebooks.map(lambda value: json.dumps(value).encode())
    | nodes.map(lambda value: json.dumps(value).encode())
    | st.binary(max_size=100)
)
def test_any_notebook_is_read_or_refused_in_words(data):
    looks_like_notebook(data)
    with refused_in_words():
        found = read_notebook(data, "a.ipynb")
        assert all(number > 0 and "\0" not in text for number, text in found)
        assert all(text.encode() for _, text in found)


# ---- archives ----


def packed(entries) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data, mode, method in entries:
            info = zipfile.ZipInfo(name)
            info.external_attr, info.create_system, info.compress_type = mode << 16, 3, method
            with contextlib.suppress(ValueError, UnicodeEncodeError):
                archive.writestr(info, data)
    return buffer.getvalue()


names = st.text(min_size=1, max_size=12).filter(
    lambda name: name.encode("utf-8", "ignore") != b""
) | st.sampled_from(
    [
        "a.py",
        "b.ipynb",
        "../a.py",
        "/a.py",
        "a//b.py",
        "a/b/",
        "C:a.py",
        ".git/a.py",
        "__MACOSX/a.py",
        "a.zip",
    ]
)
entries = st.lists(
    st.tuples(
        names,
        st.binary(max_size=30),
        st.sampled_from([0o100644, 0o120777, 0o040755, 0o060000, 0, 0o177777]),
        st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]),
    ),
    max_size=4,
)


@st.composite
def archives(draw):
    """A zip that a hostile tool may have made: built entry by entry, then with some of its bytes changed."""
    data = bytearray(packed(draw(entries)))
    for _ in range(draw(st.integers(0, 6))):
        data[draw(st.integers(0, len(data) - 1))] = draw(
            st.sampled_from([0, 1, 0x7F, 0x80, 0xFF, 0x50, 0x4B])
        )
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@examples(200_000)
@given(archives())
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_archive_is_read_or_refused_in_words(data):
    with refused_in_words():
        found = read_zip(data, "a.zip")
        assert all(".." not in name.split("/") and not name.startswith("/") for name in found.files)
        assert sum(map(len, found.files.values())) <= 20_000_000


# ---- sources ----

PIECES = ["(", ")", "[", "]", "{", "}", "-", "~", "a", ".b", "(a)", "[a]", "lambda:", "f'{a}'", "*", "**"]
PIECES += ["a=", "1", "'", '"""', "\\", ":", ",", "else:", "#", "@a\n", "async ", "not "]
PIECES += ["\n", "if a:\n ", "await ", "for a in a "]


@examples(50_000)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([1, 2, 50, 300, 20_000])), max_size=4))
def test_any_source_is_parsed_or_not_but_never_ends_the_grader(pieces):
    source = "".join(piece * count for piece, count in pieces)[:60_000]
    start = time.monotonic()
    syntax_tree(source)
    assert time.monotonic() - start < 20


def test_half_a_header_is_refused():
    with pytest.raises((wire.MalformedFrameError, struct.error)):
        wire.lengths(b"KDF1", LIMIT)
