"""Arguments that do not fit are refused by one sentence; those that do are accepted."""

import copy
import importlib

import numpy as np
import pytest

from tests.reference_impl.refusals import REFUSALS
from tests.reference_impl.test_oracle import public_functions
from tests.reference_impl.valid_arguments import VALID

ARRAYS = [
    (function, name)
    for function, arguments in VALID.items()
    for name, value in arguments.items()
    if isinstance(value, np.ndarray) and name != "cache"  # a cache is the forward pass's own
]
ONE_ARRAY_OF_ANY_SHAPE = {
    *(function for function in VALID if list(VALID[function]) == ["x"] and "softmax" not in function),
    *(function for function in VALID if list(VALID[function]) in (["w"], ["kernel"])),
}
ARGUMENTS = [(function, name) for function, arguments in VALID.items() for name in arguments]
ODD_ENTRIES = [
    (function, name, key, odd)
    for function, name in ARGUMENTS
    if isinstance(VALID[function][name], dict) and name != "words"  # those are a vocabulary
    for key in VALID[function][name]
    for odd in (None, "a")
    if (key, odd) != ("mask", None)  # then the mask is drawn
]


def call(function, arguments):
    module, name = function.split(".")
    return getattr(importlib.import_module(f"reference_impl.{module}"), name)(**copy.deepcopy(arguments))


def test_every_public_function_has_valid_arguments():
    assert set(VALID) == public_functions()


def test_every_function_that_ties_arguments_together_has_a_refusal():
    assert set(VALID) - {row.function for row in REFUSALS} == ONE_ARRAY_OF_ANY_SHAPE


@pytest.mark.parametrize("function", VALID)
def test_valid_arguments_are_accepted(function):
    call(function, VALID[function])


@pytest.mark.parametrize("row", [pytest.param(r, id=f"{r.function}: {r.says}") for r in REFUSALS])
def test_what_does_not_fit_is_told(row):
    with pytest.raises(ValueError) as refused:
        call(row.function, VALID[row.function] | row.spoilt)
    assert str(refused.value).startswith(row.says)


@pytest.mark.parametrize(("function", "name"), ARRAYS)
def test_text_for_numbers_is_refused_by_name(function, name):
    letters = np.full(VALID[function][name].shape, "a")
    with pytest.raises(
        ValueError, match=rf"^(a row of )?{name} should hold (real numbers|integers), it has dtype <U1"
    ):
        call(function, VALID[function] | {name: letters})


@pytest.mark.parametrize(("function", "name"), ARRAYS)
def test_an_empty_array_is_refused_by_name(function, name):
    with pytest.raises(ValueError, match=rf"{name} should .* shape \(0,"):
        call(function, VALID[function] | {name: VALID[function][name][:0]})


@pytest.mark.parametrize(("function", "name"), ARRAYS)
def test_rows_of_different_lengths_are_refused_by_name(function, name):
    with pytest.raises(
        ValueError, match=rf"^(a row of )?{name} should be one array, its parts have different shapes"
    ):
        call(function, VALID[function] | {name: [[1, 2], [3]]})


@pytest.mark.parametrize("odd", [None, "a"])
@pytest.mark.parametrize(("function", "name"), ARGUMENTS)
def test_none_and_text_are_refused_by_name(function, name, odd):
    with pytest.raises(ValueError, match=rf"^{name} should "):
        call(function, VALID[function] | {name: odd})


@pytest.mark.parametrize(("function", "name", "key", "odd"), ODD_ENTRIES)
def test_none_and_text_among_parameters_are_refused_by_name(function, name, key, odd):
    with pytest.raises(ValueError, match=rf"^({name}\['{key}'\](, .*,)?|{key}) should "):
        call(function, VALID[function] | {name: VALID[function][name] | {key: odd}})
