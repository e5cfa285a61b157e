"""An id that nobody has, and whose it may be."""

import pytest

from grader.batch.near_ids import NearIds

NEAR = NearIds(["02310101", "02310102", "0042", "42", "Li-7"])


@pytest.mark.parametrize(
    ("spelt", "meant"),
    [
        ("2310101", ("02310101", "zeros")),
        ("002310102", ("02310102", "zeros")),
        ("２３１０１０１", ("02310101", "zeros")),
        ("hw1_02310101_王", ("02310101", "inside")),
        ("LI-7 (1)", ("Li-7", "inside")),
        ("042", None),  # 42 and 0042 are two students
        ("02310101 and 02310102", None),
        ("000", None),
        ("", None),
        ("2310199", None),
    ],
)
def test_the_id_that_is_meant(spelt, meant):
    assert NEAR.of(spelt) == meant
