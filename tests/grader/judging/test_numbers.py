"""Reading numbers: every way to write the same one, and a sentence for what is none."""

import math
import time
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.judging.numbers import (
    MAX_ENTRIES,
    MAX_LENGTH,
    UnreadableAnswer,
    read_array,
    read_number,
    significant_figures,
)
from grader.judging.numeric import judge_numeric
from grader.judging.result import Verdict
from grader.sandbox.job import Unreadable
from tests.grader.judging.test_numeric import one_step, third


def nested(value, times):
    for _ in range(times):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (3, 3),
        (2.5, 2.5),
        (np.float32(2.5), 2.5),
        (np.int64(7), 7),
        (np.array(2.5), 2.5),
        (np.array([[2.5]]), 2.5),
        (np.array("2.5"), 2.5),
        ([2.5], 2.5),
        ((3,), 3),
        ([["2.5"]], 2.5),
        ([np.array([4])], 4),
        ("2.50", 2.5),
        (" 2.50\n", 2.5),
        ("+2.5", 2.5),
        (".5", 0.5),
        ("5.", 5),
        ("1e-3", 1e-3),
        ("1E+3", 1000),
        ("-1.5e2", -150),
        ("1_000", 1000),
        ("1_000.5", 1000.5),
        ("1/3", 1 / 3),
        ("-3/4", -0.75),
        ("6 / 3", 2),
        ("1.5/2", 0.75),
        ("１２．５", 12.5),
        ("－３", -3),
        ("−3", -3),
        ("３／４", 0.75),
        ("2.5×10^-3", 0.0025),
        ("2.5 * 10**3", 2500),
        ("2x10^3", 2000),
        ("10^4", 1e4),
        ("-2×10⁻²", -0.02),
        ("10²", 100),
        ("-10^2", -100),
        ("inf", math.inf),
        ("-∞", -math.inf),
        ("Infinity", math.inf),
        (float("inf"), math.inf),
        ("0", 0),
        ("1e-400", 0),
    ],
)
def test_one_number_in_many_ways(written, number):
    assert read_number(written) == number


@pytest.mark.parametrize("nan", ["nan", "NaN", float("nan"), np.array([np.nan])])
def test_nan_is_read_and_equals_nothing(nan):
    assert math.isnan(read_number(nan))


def test_whole_numbers_stay_whole():
    for written in (7, "7", "14/2", "1_0", np.int32(7), [7]):
        assert isinstance(read_number(written), int)
    assert read_number("123456789012345678901") == 123456789012345678901


@pytest.mark.parametrize(
    ("written", "unit", "number"),
    [
        ("12 ms", "ms", 12),
        ("12ms", "ms", 12),
        ("12", "ms", 12),
        (12, "ms", 12),
        ("1.5 MB", "MB", 1.5),
        ("３ μs", "µs", 3),
        ("50%", "%", 50),
        ("50 ％", "%", 50),
        ("1/2 bit", "bit", 0.5),
    ],
)
def test_the_unit_may_stand_behind(written, unit, number):
    assert read_number(written, unit) == number


@pytest.mark.parametrize(
    ("written", "unit", "says"),
    [
        (True, "", "yours is True"),
        (np.bool_(False), "", "yours is False"),
        (np.array([True]), "", "yours is True"),
        (None, "", "type NoneType"),
        (1j, "", "type complex"),
        ({"a": 1}, "", "type dict"),
        (Unreadable(type_name="Tensor"), "", "type Tensor"),
        ([1, 2], "", "shape (2,)"),
        ([], "", "shape (0,)"),
        (np.zeros((2, 3)), "", "shape (2, 3)"),
        (np.zeros(0), "", "shape (0,)"),
        (nested(1, 600), "", "type list"),
        ("", "", "empty"),
        ("  ", "", "empty"),
        ("ms", "ms", "empty"),
        ("1,000", "", "1000 or 1.000"),
        ("1，000", "", "1000 or 1.000"),
        ("2,5", "", "25 or 2.5"),
        ("1,000,000", "", "1000000"),
        ("1,000.5", "", "1000.5"),
        ("1 000", "", "without spaces"),
        ("50%", "", "write 50% as 0.5"),
        ("50%", "ms", "write 50% as 0.5"),
        ("12 ms", "", '"ms" behind the number'),
        ("12 s", "ms", "with the unit ms"),
        ("12 MS", "ms", "with the unit ms"),
        ("3/0", "", "divides by 0"),
        ("0/0.0", "", "divides by 0"),
        ("2*3+1", "", "Write the result"),
        ("1__0", "", "is no number"),
        ("_1", "", "is no number"),
        ("0x10", "", "is no number"),
        ("--3", "", "is no number"),
        ("½", "", "is no number"),
        ("٣", "", "is no number"),
        ("[1, 2]", "", "without quotes"),
        ("1e400", "", "too large"),
        ("1e10000000", "", "too large"),
        ("-10^999999999", "", "too large"),
        ("9" * (MAX_LENGTH + 1), "", "at most 60"),
    ],
)
def test_what_is_no_number_says_what_to_write(written, unit, says):
    with pytest.raises(UnreadableAnswer) as caught:
        read_number(written, unit)
    assert says in caught.value.text.en
    assert caught.value.text.zh


def test_integers_beyond_float_are_infinite():
    assert read_number(10**400) == math.inf
    assert read_number(-(10**5000)) == -math.inf


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        ("2.50", 3),
        ("2.5", 2),
        ("-0.050", 2),
        ("100", 3),
        ("1_000", 4),
        ("1e-3", 1),
        ("1.20e5", 3),
        ("1.20×10^5", 3),
        ("１２．５", 3),
        ("0", 1),
        ("0.00", 2),
        (".5", 1),
        ("1/3", None),
        ("inf", None),
        ("10^4", None),
        ("two", None),
        (2.5, None),
        (None, None),
    ],
)
def test_significant_figures_of_a_text(written, figures):
    assert significant_figures(written) == figures


# --- arrays --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ([1, 2], [1, 2]),
        (["1/2", "2.5e1"], [0.5, 25]),
        ([[1, "2"], (3, np.float64(4))], [[1, 2], [3, 4]]),
        ([np.arange(3), [1, 2, 3]], [[0, 1, 2], [1, 2, 3]]),
        (np.array([["1", "2"]]), [[1, 2]]),
        (np.eye(2), [[1, 0], [0, 1]]),
        (np.array(3), 3),
        ("3", 3),
        ([], []),
    ],
)
def test_arrays_in_many_ways(written, read):
    assert read_array(written) == read


def test_nan_and_inf_stay_in_their_place():
    np.testing.assert_array_equal(read_array([1, "nan", "-inf"]), [1, np.nan, -np.inf])


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ([1, [2, True]], "Entry [1, 1]: A number is expected; yours is True"),
        ([1, "2,5"], "Entry [1]: The comma"),
        ([1, None], "Entry [1]: A number is expected; yours is of type NoneType"),
        ([1, Unreadable(type_name="set")], "type set"),
        (np.array([True, False]), "yours is True"),
        ("1, 2", "is no number"),
        ({"a": 1}, "type dict"),
        ([[1, 2], [3]], "differ in length"),
        ([1, [2]], "differ in length"),
        (nested(1, 600), "too large"),
        ([0] * (MAX_ENTRIES + 1), "too large"),
        (np.zeros(MAX_ENTRIES + 1), "too large"),
        ([np.zeros(MAX_ENTRIES)] * 2, "too large"),
    ],
)
def test_what_is_no_array_says_where_and_what_to_write(written, says):
    with pytest.raises(UnreadableAnswer) as caught:
        read_array(written)
    assert says in caught.value.text.en
    assert caught.value.text.zh


def test_entries_may_have_the_unit():
    assert read_array(["1 ms", 2], "ms") == [1, 2]


# --- laws ----------------------------------------------------------------------------------------

finite = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e290, max_value=1e290)


@given(finite)
def test_what_python_prints_reads_back(number):
    for written in (repr(number), f"{number:.17e}", f" {number!r} ", str(np.float64(number))):
        assert read_number(written) == number


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**18))
def test_fractions_are_those_of_python(over, under):
    exact = Fraction(over, under)
    # a whole number is kept whole, beyond what a float holds too
    assert read_number(f"{over}/{under}") == (int(exact) if exact.denominator == 1 else float(exact))


@given(st.integers(-(10**12), 10**12))
def test_underscores_group_digits(number):
    assert read_number(f"{number:_}") == number


@given(finite)
def test_full_width_is_read_alike(number):
    wide = "".join(chr(ord(c) + 0xFEE0) for c in repr(number))
    assert read_number(wide) == number


@given(st.integers(1, 10**9), st.integers(0, 6))
def test_significant_figures_are_the_digits_shown(digits, behind):
    text = str(digits)
    assume(behind < len(text))
    written = f"{text[:-behind]}.{text[-behind:]}" if behind else text
    assert significant_figures(written) == len(text)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
)
number_like = st.text(alphabet="0123456789+-._eE/,×*^ 10²⁻∞%infa[]", max_size=70)


@settings(max_examples=500, deadline=None)
@given(json | number_like, st.sampled_from(["", "%", "ms", "e"]))
def test_any_answer_is_read_or_refused_at_once(value, unit):
    for read in (read_number, read_array):
        start = time.process_time()
        try:
            found = read(value, unit)
        except UnreadableAnswer:
            continue
        finally:
            assert time.process_time() - start < 0.2
        np.asarray(found, dtype=float)


def test_judging_accepts_the_steps_own_unit_and_no_other():
    exercise, sealed = one_step(third, unit="ms")
    assert judge_numeric(exercise, sealed, "2.333 ms", "q1").verdict is Verdict.CORRECT
    assert judge_numeric(exercise, sealed, "2.333 s", "q1").verdict is Verdict.UNREADABLE
    assert judge_numeric(exercise, sealed, "233.3%", "q1").score == 0
