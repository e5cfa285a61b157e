"""The journal: what was written whole is read again, and nothing else."""

import pytest

from grader.batch.journal import Journal
from grader.batch.result import Receipt, SubmissionResult


def result(student):
    receipt = Receipt(bundle="b", grader="0", isolation=(), python="3", numpy="2")
    return SubmissionResult(
        student=student,
        source_name="a.py",
        sha256="0",
        status="graded",
        score=1,
        max_score=2,
        receipt=receipt,
    )


@pytest.fixture
def journal(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    with journal:
        journal.append("one", result("0001").model_dump_json())
        journal.append("two", result("学号").model_dump_json())
    return journal


def test_what_was_appended_is_read_again(journal):
    assert dict(journal.read()) == {"one": result("0001"), "two": result("学号")}


def test_a_line_cut_short_by_a_kill_is_left_out_and_the_next_one_stays(journal):
    whole = journal.path.read_bytes()
    for length in range(len(whole)):
        journal.path.write_bytes(whole[:length])
        with journal:
            journal.append("three", result("0003").model_dump_json())
        read = dict(journal.read())
        assert read["three"] == result("0003")
        assert {"one", "two", "three"} >= set(read)
        assert all(record == result(record.student) for record in read.values())


def test_a_changed_score_is_no_record(journal):
    journal.path.write_bytes(journal.path.read_bytes().replace(b'"score":1.0', b'"score":2.0', 1))
    assert set(dict(journal.read())) == {"two"}


def test_lines_are_the_records_as_they_were_written_also_the_new_ones(tmp_path):
    with Journal(tmp_path / "journal.jsonl") as journal:
        journal.append("one", result("0001").model_dump_json())
    journal = Journal(tmp_path / "journal.jsonl")
    assert set(dict(journal.read())) == {"one"}
    with journal:
        journal.append("two", result("学号").model_dump_json())
    found = [SubmissionResult.model_validate_json(line) for line in journal.lines(["two", "one"])]
    assert found == [result("学号"), result("0001")]
