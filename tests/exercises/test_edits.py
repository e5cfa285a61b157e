"""Misconceptions as edits of the reference's source: every place is found once, in the right function."""

from typing import Any

import numpy as np
import pytest

from exercises.kit import AtLeast, Case, Code, Training
from exercises.kit.code_cases import tidy
from exercises.kit.edits import without_docstrings
from exercises.kit.exercise import DeclarationError, DrawingError
from exercises.kit.seeds import Seeds
from exercises.kit.statement import shown
from reference_impl import activations, lstm


def softmax_exercise() -> Code:
    return Code(
        calls="softmax(x) -> p",
        reference=activations.softmax,
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
    np.testing.assert_allclose(wrong(x), activations.softmax(x.T).T)


def test_a_second_edit_may_be_another_way_to_make_the_first() -> None:
    exercise = softmax_exercise()
    exercise.edits(log=("return exp /", "return np.log(exp) /"))
    exercise.edits(same_as="log", log_of_all=("return exp / exp.sum", "return np.log(exp / exp).sum"))
    assert exercise.misconceptions["log_of_all"].told_as == "log"


def doubled(x: float) -> float:
    """Return 2 * x，中文也可以。"""

    def twice(y: float) -> float:
        r"""2 * y: y + y"""
        return 2 * y

    return twice(x)


def documented_exercise() -> Code:
    return Code(
        calls="doubled(x) -> y",
        reference=doubled,
        points={"value": 1},
        checks={"value": "y"},
        syllabus="feedforward.softmax",
        difficulty=1,
    )


def test_an_edit_is_not_looked_for_in_docstrings() -> None:
    exercise = documented_exercise()
    exercise.edits(thrice=("2 * y", "3 * y"))
    assert exercise.misconceptions["thrice"].replaces["doubled"](5) == 15


def test_an_edit_of_a_docstring_alone_is_refused() -> None:
    exercise = documented_exercise()
    exercise.edits(thrice=("2 * x", "3 * x"))
    with pytest.raises(DeclarationError, match=r"occurs 0 times in the code of doubled"):
        exercise.misconceptions["thrice"].replaces["doubled"]


def test_a_docstring_that_is_the_whole_body_leaves_a_function() -> None:
    assert without_docstrings('def f():\n    """Nothing."""\n') == "def f():\n    pass\n"


def test_a_training_gives_up_after_a_few_draws_and_names_what_passes() -> None:
    """Each draw trains the reference and every misconception: sixty would take minutes."""
    drawn: list[int] = []
    exercise = Training(
        calls="softmax(x) -> p",
        reference=activations.softmax,
        points={"value": 1},
        checks={"value": "p"},
        accept={"p": AtLeast(bound=0)},
        syllabus="feedforward.softmax",
        difficulty=1,
    )

    @exercise.view
    def smallest(inputs: dict[str, Any], outputs: dict[str, Any]) -> dict[str, Any]:
        return {"p": float(outputs["p"].min())}

    @exercise.cases("value", hidden=2)
    def rows(rng: np.random.Generator) -> Case:
        drawn.append(1)
        return Case(x=rng.normal(size=(2, 3)))

    exercise.edits(too_good=("x.max(", "x.min("))
    with pytest.raises(DrawingError, match=r"after 5 draws .* misconception too_good fails 0 of 2 cases"):
        exercise.seal(Seeds.from_number(1, "q"))
    assert len(drawn) == 5 * 2


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
