"""Misconceptions as edits of the reference's source: every place is found once, in the right function."""

import numpy as np
import pytest

from exercises.kit import Code
from exercises.kit.code_cases import tidy
from exercises.kit.exercise import DeclarationError
from exercises.kit.statement import shown
from reference_impl import feedforward, lstm


def softmax_exercise() -> Code:
    return Code(
        calls="softmax(x) -> p",
        reference=feedforward.softmax,
        points={"value": 1},
        checks={"value": "p"},
        syllabus="feedforward.softmax",
        difficulty=1,
    )


def lstm_exercise() -> Code:
    return Code(
        calls="lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b) -> next_h, next_c, cache",
        reference=lstm,
        opaque="cache",
        points={"value": 1},
        checks={"value": "next_h next_c"},
        syllabus="rnn.lstm",
        difficulty=1,
    )


def test_an_edit_may_change_several_places() -> None:
    exercise = softmax_exercise()
    exercise.edits(
        columns=[
            ("x.max(axis=1, keepdims=True)", "x.max(axis=0, keepdims=True)"),
            ("exp.sum(axis=1, keepdims=True)", "exp.sum(axis=0, keepdims=True)"),
        ]
    )
    x = np.array([[0.0, 1.0, 2.0], [1.0, 1.0, 5.0]])
    wrong = exercise.misconceptions["columns"].replaces["softmax"]
    np.testing.assert_allclose(wrong(x), feedforward.softmax(x.T).T)


def test_a_second_edit_may_be_another_way_to_make_the_first() -> None:
    exercise = softmax_exercise()
    exercise.edits(log=("return exp /", "return np.log(exp) /"))
    exercise.edits(same_as="log", log_of_all=("return exp / exp.sum", "return np.log(exp / exp).sum"))
    assert exercise.misconceptions["log_of_all"].told_as == "log"


@pytest.mark.parametrize("places", [("x.min(", "x.max("), ("x", "y")])
def test_an_edit_whose_place_is_not_found_once_is_refused(places: tuple[str, str]) -> None:
    exercise = softmax_exercise()
    exercise.edits(name=places)  # made when it is first used
    with pytest.raises(DeclarationError, match=r"it must occur once"):
        exercise.misconceptions["name"].replaces["softmax"]


def test_an_edit_of_a_function_that_is_not_the_students_is_refused() -> None:
    with pytest.raises(DeclarationError, match="not among"):
        lstm_exercise().edits(name={"lstm_step_backward": ("dc * f", "dc")})


def test_negative_zeros_are_drawn_as_zeros() -> None:
    assert not np.signbit(tidy(np.array([-0.0, 1.0]))).any()


@pytest.mark.parametrize(
    ("value", "text"),
    [((2, 3), "(2, 3)"), ((3,), "(3,)"), ([1, 2.5], "[1, 2.5]"), (np.array([0.5, -1.0]), "[ 0.5, -1. ]")],
)
def test_shapes_and_lists_are_shown_as_they_are_typed(value: object, text: str) -> None:
    assert shown(value) == text
