"""One case's calls: what is handed on, what is copied, and what counts as a result."""

import itertools
from collections import deque

import numpy as np
import pytest

from exercises.kit.interpreter import ResultCountError, run_calls

STEPS = [("step", ["w", "g"], ["w1"]), ("step", ["w1", "g"], ["w2"])]


def in_place(w, g):
    w -= g
    return w


def run(calls, function, inputs, **options):
    return run_calls(calls, {"step": function}, inputs, **options)


def test_a_result_is_what_it_was_when_its_call_had_ended():
    inputs = {"w": np.array([5.0]), "g": np.array([1.0])}
    found = run(STEPS, in_place, inputs, outputs=["w1", "w2"])
    assert (found["w1"], found["w2"]) == (4, 3)
    assert inputs["w"] == 5


def test_a_later_call_gets_the_very_object():
    seen = []

    def step(w, g):
        seen.append(w)
        return [w, g]

    run(STEPS, step, {"w": 1, "g": 2}, outputs=["w1"])
    again = run(STEPS, step, {"w": 1, "g": 2}, outputs=["w1", "w2"])
    assert again["w2"][0] is seen[-1]


def test_what_cannot_be_copied_is_handed_on_itself():
    class Stubborn:
        def __deepcopy__(self, memo):
            raise RuntimeError

    one = Stubborn()
    assert run(STEPS, lambda w, g: one, {"w": 1, "g": 2}, outputs=["w1"]) == {"w1": one}


def test_inputs_in_place_are_returned_as_they_are_at_the_end():
    found = run(STEPS, in_place, {"w": np.array([5.0]), "g": 1.0}, inplace=["w"], outputs=["w1", "w"])
    assert (found["w1"], found["w"]) == (4, 3)


def test_results_before_a_fault_are_there():
    returned = {}

    def step(w, g):
        if w < 5:
            raise ValueError
        return in_place(w, g)

    try:
        run(STEPS, step, {"w": np.array([5.0]), "g": 1.0}, outputs=["w1", "w2"], returned=returned)
    except ValueError:
        assert returned == {"w1": 4}


PAIR = [("step", ["w"], ["a", "b"])]


@pytest.mark.parametrize(
    "answer",
    [
        (1, 2),
        [1, 2],
        iter([1, 2]),
        map(int, "12"),
        (x for x in (1, 2)),
        np.array([[1], [2]]),
        np.array([1, 2], dtype=object),
        deque([1, 2]),
        {"u": 1, "v": 2}.values(),
    ],
    ids=["tuple", "list", "iterator", "map", "generator", "matrix", "objects", "deque", "values"],
)
def test_several_results_are_unpacked_as_python_does(answer):
    assert run(PAIR, lambda w: answer, {"w": 0}, outputs=["a", "b"]) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (None, 0),
        (3, 1),
        (np.array([1, 2]), 1),
        ("ab", 1),
        ({1: 2, 3: 4}, 1),
        ((1, 2, 3), 3),
        (itertools.count(), 3),
    ],
)
def test_another_number_of_results_is_counted(answer, found):
    with pytest.raises(ResultCountError) as caught:
        run(PAIR, lambda w: answer, {"w": 0}, outputs=["a", "b"])
    assert caught.value.found == found
