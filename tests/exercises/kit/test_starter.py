"""What a student starts from, and how a statement writes numbers."""

import numpy as np
import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.seeds import Seeds
from exercises.kit.starter import starter
from exercises.kit.statement import shown


def test_a_method_that_is_called_several_times_has_arguments_without_numbers():
    exercise = load_exercise("optimisation/adam")
    sealed = exercise.seal(Seeds.from_number(0, exercise.id))
    source = starter(exercise, sealed, exercise.id, "en")
    assert "def __init__(self, lr, beta1, beta2, eps):" in source
    assert "def step(self, w, g):" in source


@pytest.mark.parametrize("value", [np.array([-0.0, 1.5]), np.array([[-1e-9, -2.0], [0.5, -0.0]])])
def test_no_zero_is_shown_with_a_minus(value):
    assert "-0." not in shown(value)


def test_infinity_and_integers_are_shown_as_they_are():
    assert shown(np.array([np.inf, -np.inf, np.nan])) == "[ inf, -inf,  nan]"
    assert shown(np.array([-3, 0])) == "[-3,  0]"
