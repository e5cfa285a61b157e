"""The program of a case with calls of its own."""

import pytest

from exercises.kit.code import Case, Code

CALLS = ["forward(x, state) -> out, cache", "backward(dout, cache) -> dx"]


def forward(x, state):
    state["n"] += 1
    return 2 * x, x


def backward(dout, cache):
    return 2 * dout


def start(x):
    return x + 1


@pytest.fixture
def exercise() -> Code:
    return Code(
        calls=CALLS,
        reference={"forward": forward, "backward": backward, "start": start},
        points={"forward": 1, "backward": 1},
        checks={"forward": "out state", "backward": "dx"},
        opaque="cache",
        inplace="state",
        syllabus="cnn.max_pool",
        difficulty=1,
    )


@pytest.mark.parametrize(
    ("calls", "opaque", "inplace"),
    [
        (None, ("cache",), ("state",)),
        (["start(x) -> out"], (), ()),
        (["forward(x, state) -> out, rest"], (), ("state",)),
        (["start(x) -> cache", "backward(dout, cache) -> dx"], ("cache",), ()),
    ],
)
def test_a_case_keeps_the_opaque_and_in_place_names_of_its_own_calls(exercise, calls, opaque, inplace):
    program = exercise.case_program(Case(calls, x=1.0))
    assert (program.opaque, program.inplace) == (opaque, inplace)


def test_a_case_without_the_opaque_call_runs(exercise):
    program = exercise.case_program(Case(["start(x) -> out"], x=1.0))
    assert program.run(exercise.namespace, {"x": 1.0}, 0) == {"out": 2.0}
