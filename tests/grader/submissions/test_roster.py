import csv
import io

import pytest
from bilingual import assert_bilingual
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.submissions.ids import id_problem, student_key
from grader.submissions.roster import RosterEntry, RosterError, read_roster


@pytest.fixture
def read(tmp_path):
    def read(data):
        (tmp_path / "class.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_roster(tmp_path / "class.csv")

    return read


EXPECTED = (RosterEntry(id="0042", name="张三"), RosterEntry(id="PB7", name="李四"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("titles", ["id,name", "学号,姓名", "Student ID,Full Name", '"ID" , "Name"'])
def test_what_excel_and_school_systems_write_is_read(read, encoding, end, titles):
    titles = titles.replace(" , ", ",")
    assert read(end.join([titles, "0042,张三", "", "PB7,李四", ""]).encode(encoding)) == EXPECTED


@pytest.mark.parametrize("cell", ['="0042"', '"=""0042"""', "'0042", " 0042 ", "\t0042"])
def test_zeros_that_excel_was_made_to_keep_are_kept(read, cell):
    assert read(f"id,name\n{cell},张三\nPB7,李四\n") == EXPECTED


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_other_columns_and_their_order_do_not_matter(read, delimiter):
    rows = [["班级", "姓名", "学号"], ["1", "张三", "0042"], ["1", "李四", "PB7"]]
    assert read("\n".join(delimiter.join(row) for row in rows)) == EXPECTED


def test_names_are_not_needed(read):
    assert read("id\n0042\n") == (RosterEntry(id="0042"),)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ("id,name\n1,a\n1,b\n", 3, "line 2 again"),
        ("id,name\nab,a\n\nAB,b\n", 4, "line 2 again"),
        ("id,name\n,a\n", 2, "empty"),
        ('id,name\n="",a\n', 2, "empty"),
        ("name,id\na\n", 2, "empty"),
        ("id,name\n2.02301E+11,a\n", 2, "Excel"),
        ("id,name\n../x,a\n", 2, "path"),
        ("id,name\n" + "x" * 65 + ",a\n", 2, "64"),
        ('id,name\n1,"a\nb"\n1,c\n', 4, "line 2 again"),
        ("0042,张三\n", None, "column id"),
        ("", None, "column id"),
        ("id,name\n", None, "no students"),
        (b"id,name\n\0\n", None, "no text"),
        (b"id\n\xff\xff\n", None, "no text"),
        ("id,name\n1," + "x" * 200_000, 2, "not CSV"),
        ("x" * 5_000_001, None, "5 MB"),
    ],
)
def test_a_mistake_is_told_with_its_line(read, data, line, words):
    with pytest.raises(RosterError, match=r"class\.csv") as caught:
        read(data)
    (problem,) = caught.value.problems
    assert_bilingual(problem)
    assert words in problem.en
    assert (f"line {line}:" in problem.en) == (line is not None)


def test_all_mistakes_are_told_at_once(read):
    with pytest.raises(RosterError) as caught:
        read("id,name\n1,a\n1,b\n,c\n1,d\n")
    assert len(caught.value.problems) == 3


def test_no_file_is_said_so(tmp_path):
    with pytest.raises(RosterError, match="cannot be read"):
        read_roster(tmp_path / "none.csv")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=80)
    | st.text(max_size=80).map(lambda text: b"id,name\n" + text.encode("utf-8", "replace"))
)
def test_no_bytes_raise_anything_else(read, data):
    try:
        entries = read(data)
    except RosterError as error:
        entries = ()
        assert_bilingual(error.problems[0])
    assert all(id_problem(entry.id) is None for entry in entries)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ids=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8),
        min_size=1,
        unique_by=student_key,
    ).filter(
        lambda ids: all(
            id_problem(i) is None and not i.startswith(("'", "=")) and "E+" not in i.upper() for i in ids
        )
    )
)
def test_a_roster_comes_back_as_it_was_written(read, ids):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerows([["id", "name"], *([i, "x"] for i in ids)])
    assert [entry.id for entry in read(buffer.getvalue())] == ids
