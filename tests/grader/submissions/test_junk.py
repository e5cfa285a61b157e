"""Nothing that a student can hand in raises, and every refusal says in both languages what to do."""

import json

import pytest
from bilingual import assert_bilingual
from handing_in import notebook, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.submissions.model import Submission
from grader.submissions.reader import read_submission

CELL = {"cell_type": "code", "source": "x = 1", "metadata": {}, "outputs": []}

JUNK = [
    ("an empty script", ".py", b""),
    ("white space", ".py", b" \n\t\n"),
    ("a BOM alone", ".py", b"\xef\xbb\xbf"),
    ("comments only", ".py", "# 作业\n\n  # 学号\n".encode()),
    ("only a shell line", ".py", b"!pip install numpy\n"),
    ("a zip called .py", ".py", zipped({"a.py": "x = 1"})),
    ("a rar called .py", ".py", b"Rar!\x1a\x07\x01\x00"),
    ("a PDF called .py", ".py", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
    ("a picture called .py", ".py", b"\x89PNG\r\n\x1a\n"),
    ("NUL bytes", ".py", b"x = 1\0\n"),
    ("UTF-16 without a BOM", ".py", "x = 1".encode("utf-16-le")),
    ("UTF-32", ".py", "x = 1".encode("utf-32")),
    ("no text in any encoding", ".py", b"\xff\xff\xff x = 1"),
    ("an empty notebook file", ".ipynb", b""),
    ("no JSON", ".ipynb", b"x = 1\n"),
    ("half a notebook", ".ipynb", notebook("x = 1")[:-20]),
    ("a list", ".ipynb", b"[]"),
    ("null", ".ipynb", b"null"),
    ("no cells", ".ipynb", b"{}"),
    ("an empty list of cells", ".ipynb", notebook()),
    ("markdown only", ".ipynb", notebook(("markdown", "# x"))),
    ("comments in all cells", ".ipynb", notebook("# a", "# b")),
    ("cells that are no list", ".ipynb", notebook(cells={"a": 1})),
    ("a cell that is no table", ".ipynb", notebook(cells=[1])),
    ("a source that is a number", ".ipynb", notebook(cells=[{**CELL, "source": 5}])),
    ("a source of numbers", ".ipynb", notebook(cells=[{**CELL, "source": [5]}])),
    ("a NUL in a cell", ".ipynb", notebook("x = '\0'")),
    ("format 2", ".ipynb", notebook("x = 1", nbformat=2)),
    ("format 5", ".ipynb", notebook("x = 1", nbformat=5)),
    ("a format that is text", ".ipynb", notebook("x = 1", nbformat="four")),
    ("worksheets that are text", ".ipynb", json.dumps({"nbformat": 3, "worksheets": "x"}).encode()),
    ("a hundred thousand brackets", ".ipynb", b"[" * 100_000),
    ("a million brackets", ".ipynb", b'{"cells": [' + b"[]," * 1_000_000 + b"[]]}"),
    ("nested objects", ".ipynb", b'{"a":' * 100_000),
    ("a number of a million digits", ".ipynb", b'{"nbformat": ' + b"9" * 1_000_000 + b"}"),
    ("GBK in JSON", ".ipynb", '{"cells": "作业"}'.encode("gbk")),
    ("a rar", ".rar", b"Rar!\x1a\x07\x01\x00"),
    ("a 7z", ".7z", b"7z\xbc\xaf\x27\x1c"),
    ("a tar.gz", ".tar.gz", b"\x1f\x8b\x08"),
    ("a Word document", ".docx", zipped({"word/document.xml": "x"})),
    ("a PDF", ".pdf", b"%PDF-1.7"),
    ("a text file", ".txt", b"x = 1\n"),
    ("compiled Python", ".pyc", b"\xa7\r\r\n"),
    ("no extension", "", b"x = 1\n"),
]


@pytest.mark.parametrize(("suffix", "data"), [row[1:] for row in JUNK], ids=[row[0] for row in JUNK])
def test_junk_is_refused_with_what_to_do(tmp_path, suffix, data):
    path = tmp_path / f"0042{suffix}"
    path.write_bytes(data)
    found = read_submission(path)
    assert found.student == "0042"
    assert found.cells == ()
    assert path.name in found.problem.en
    assert_bilingual(found.problem)
    # A remedy: each sentence of refusal ends in an imperative.
    assert any(
        word in found.problem.en for word in ("Hand in", "hand it in", "Save it", "save it", "Remove", "Pack")
    )


@pytest.mark.parametrize("name", ["x" * 65 + ".py", "\u202eyp.0042.py", "a\nb.py", " .py"])
def test_a_file_that_names_no_student_is_refused(tmp_path, name):
    (tmp_path / name).write_text("x = 1")
    found = read_submission(tmp_path / name)
    assert found.cells == ()
    assert found.problem is not None
    assert_bilingual(found.problem)


FILES = [
    notebook("x = 1", "%time y = 2", ("markdown", "z")),
    notebook("x = 1", nbformat=3, worksheets=[{"cells": [CELL]}]),
    zipped({"hw/a.py": "x = 1\n" * 50, "hw/b.ipynb": notebook("y = 1"), "hw/作业.txt": "z"}),
    "# -*- coding: gbk -*-\nx = '交叉熵'\n%matplotlib inline\n".encode("gbk"),
]

any_bytes = st.binary(max_size=300)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(0, 5) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "cells",
                    "worksheets",
                    "cell_type",
                    "source",
                    "input",
                    "nbformat",
                    "metadata",
                    "language_info",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@st.composite
def damaged(draw):
    """A true file with some of its bytes changed, cut out or doubled."""
    data = bytearray(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 20)))
        data[start:end] = draw(st.binary(max_size=8) | st.just(data[start:end] * 2))
    return bytes(data)


contents = st.one_of(
    any_bytes,
    damaged(),
    json_values.map(lambda value: json.dumps(value).encode()),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")),
    any_bytes.map(lambda data: b"PK\x03\x04" + data + b"PK\x05\x06" + bytes(18)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=400)
@given(
    data=contents, suffix=st.sampled_from([".py", ".ipynb", ".zip", ".ZIP", "/a.py", "/a.zip", "/a.ipynb"])
)
def test_no_bytes_raise_and_what_is_read_can_be_written_down(tmp_path, data, suffix):
    path = tmp_path / f"0042{suffix}"
    handed_in = tmp_path / "0042" if "/" in suffix else path
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    try:
        found = read_submission(handed_in, "0042")
        assert (found.problem is None) == bool(found.cells)
        assert Submission.model_validate_json(found.model_dump_json()) == found
        assert read_submission(handed_in, "0042") == found
        for cell in found.cells:
            assert "\0" not in cell.source
            assert "\r" not in cell.source
    finally:
        path.unlink()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(source=st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=200))
def test_a_script_that_is_python_arrives_unchanged(tmp_path, source):
    try:
        compile(source, "a", "exec")
    except (SyntaxError, ValueError):
        return
    (tmp_path / "a.py").write_bytes(source.encode())
    found = read_submission(tmp_path / "a.py")
    if found.cells and not found.notes:
        assert found.cells[0].source == source
