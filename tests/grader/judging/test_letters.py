"""Reading letters: chosen options and orders, however they are written."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.choice import LETTERS
from grader.judging.letters import read_letters, read_order
from grader.judging.numbers import UnreadableAnswer
from grader.sandbox.job import Unreadable


@pytest.mark.parametrize(
    "written",
    [
        "ac",
        "AC",
        "a, c",
        "A,C",
        "c a",
        "a;c",
        "ａ，Ｃ",
        "a、c。",
        "(a) (c)",
        "A. C.",
        "[a, c]",
        "{'a', 'c'}",
        "a和c",
        "A and C",
        "A+C",
        "a/c",
        "aac",
        ["a", "c"],
        ("C", "A"),
        {"a", "c"},
        ["a, c"],
        np.array(["a", "c"]),
    ],
)
def test_a_and_c_in_many_ways(written):
    assert read_letters(written, 4) == {0, 2}


@pytest.mark.parametrize(
    "written",
    [
        "b a c",
        "bac",
        "B, A, C",
        "b > a > c",
        "b->a->c",
        "b→a→c",
        "ｂ→ａ→ｃ",
        ["b", "a", "c"],
        ("B", "A", "C"),
    ],
)
def test_an_order_in_many_ways(written):
    assert read_order(written, 3) == (1, 0, 2)


@pytest.mark.parametrize("read", [read_letters, read_order])
@pytest.mark.parametrize(
    ("written", "says"),
    [
        (1, "Write the letter, not a number"),
        ("1, 2", "Write the letter, not a number"),
        ("１", "Write the letter, not a number"),
        ("d", "no option d"),
        ("а", "no option а"),
        ("a-b", "no option -"),
        ("a<b<c", "no option <"),
        ("none", "no option n"),
        ("", "no letter"),
        (" , ", "no letter"),
        ([], "no letter"),
        (True, "a to c"),
        (None, "NoneType"),
        (["a", 1], "list"),
        ({"a": True}, "dict"),
        (Unreadable(type_name="set"), "set"),
        ("a" * 301, "a to c"),
        (["a"] * 301, "a to c"),
        (np.array([1, 2]), "ndarray"),
    ],
)
def test_what_are_no_letters_says_what_to_write(read, written, says):
    with pytest.raises(UnreadableAnswer) as caught:
        read(written, 3)
    assert says in caught.value.text.en
    assert caught.value.text.zh


@pytest.mark.parametrize(
    ("written", "says"),
    [("aabc", "a comes twice"), ("abcabc", "a, b, c"), ("ab", "c is missing"), (["c"], "a, b")],
)
def test_an_order_has_every_item_once(written, says):
    with pytest.raises(UnreadableAnswer, match=says):
        read_order(written, 3)


@pytest.mark.parametrize("count", [0, 27])
def test_more_options_than_letters_are_a_mistake_of_ours(count):
    with pytest.raises(ValueError, match="1 to 26"):
        read_letters("a", count)


@given(st.sets(st.integers(0, 9), min_size=1), st.sampled_from(["", " ", ", ", "、", "; "]))
def test_letters_read_back_as_their_indices(indices, between):
    assert read_letters(between.join(LETTERS[i] for i in indices), 10) == indices


def test_every_order_reads_back():
    for order in permutations(range(4)):
        assert read_order(" ".join(LETTERS[i] for i in order), 4) == order


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20) | st.lists(st.text(max_size=3) | st.integers(), max_size=4), st.integers(1, 26))
def test_any_answer_is_read_or_refused(value, count):
    try:
        assert read_letters(value, count) <= set(range(count))
        assert sorted(read_order(value, count)) == list(range(count))
    except UnreadableAnswer:
        pass


@pytest.mark.parametrize("written", [{"b", "a", "c"}, frozenset("abc")])
def test_a_set_is_no_order(written):
    with pytest.raises(UnreadableAnswer, match="set has no order: write a list"):
        read_order(written, 3)


def test_a_set_is_quoted_as_it_was_written():
    with pytest.raises(UnreadableAnswer, match=r'yours is "\{a, z\}"'):
        read_letters(frozenset("za"), 3)
