"""One comparison for all outputs of a case never says more than each output's own rule does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from exercises.kit.closeness import AtMost, Close, Exact
from exercises.kit.numbers_row import NumbersRow

numbers = st.floats(-1e6, 1e6) | st.sampled_from([0.0, -0.0, 1e300, np.inf, np.nan])
values = numbers | npst.arrays(np.float64, npst.array_shapes(max_dims=3, max_side=3), elements=numbers)
nudges = st.sampled_from([0.0, 1e-9, 9e-7, 2e-6, 1e-4, 1.0, np.nan, np.inf])


@given(st.dictionaries(st.sampled_from("abc"), st.tuples(values, nudges), min_size=1))
def test_it_accepts_only_what_every_rule_accepts(outputs):
    expected = {name: value for name, (value, _) in outputs.items()}
    found = {name: value + nudge for name, (value, nudge) in outputs.items()}
    row = NumbersRow(expected, dict.fromkeys(expected, Close()))
    if row.accepts(found):
        assert all(Close().accepts(expected[name], found[name]) for name in row.shapes)
    elif set(row.shapes) == set(expected):
        assert not all(Close().accepts(expected[name], found[name]) for name in row.shapes)


def test_axes_of_length_one_do_not_count():
    row = NumbersRow({"loss": 2.0, "dx": np.ones((1, 3))}, {"loss": Close(), "dx": Close()})
    assert row.accepts({"loss": np.array([2.0]), "dx": np.ones(3)})
    assert not row.accepts({"loss": 2.0, "dx": np.ones((3, 2))})
    assert not row.accepts({"dx": np.ones(3)})


@pytest.mark.parametrize("found", [None, "2.0", [2.0], {"a": 2.0}, np.array([2]), np.array(["2"])])
def test_what_is_no_float_array_is_left_to_its_rule(found):
    assert not NumbersRow({"loss": 2.0}, {"loss": Close()}).accepts({"loss": found})


def test_other_rules_and_other_values_are_left_to_themselves():
    expected = {"a": 1.0, "b": 1.0, "c": 3, "d": np.array([True]), "e": np.array([1.0, np.inf]), "f": "text"}
    rules = {**dict.fromkeys(expected, Close()), "a": Exact(), "b": AtMost(bound=2)}
    assert NumbersRow(expected, rules).shapes == {}


class Watched(list):
    """A list that tells how much of it was looked at."""

    looked = 0

    def __iter__(self):
        for entry in super().__iter__():
            Watched.looked += 1
            yield entry


def test_of_a_list_that_is_far_too_long_little_is_looked_at():
    Watched.looked = 0
    ragged = Watched([[]] * 200_000 + [[1]])
    assert not Close().accepts(np.ones((2, 3)), ragged)
    assert not Close().coincides(np.ones((2, 3)), ragged)
    assert Watched.looked < 5000
    assert Close().accepts(np.ones((2, 3)), [[[1, 1, 1], [1, 1, 1]]])
