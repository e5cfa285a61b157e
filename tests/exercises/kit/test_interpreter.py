"""One case's calls: what is handed on, what is copied, and what counts as a result."""

import numpy as np

from exercises.kit.interpreter import run_calls

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
