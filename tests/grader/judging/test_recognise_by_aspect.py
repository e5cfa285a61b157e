"""A mistake is told by its name though the student treats other aspects in a way of their own."""

import numpy as np
import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.seeds import Seeds
from grader.judging.code import judge_code
from tests.grader.judging.softmax import run_cases

EXERCISE = load_exercise("losses/kl_divergence")


def judged(answer, seed):
    cases = EXERCISE.seal(Seeds.from_number(seed, EXERCISE.id)).cases
    return judge_code(EXERCISE, cases, run_cases(EXERCISE, cases, answer), "q1")


def summed(p, q, some):
    with np.errstate(all="ignore"):
        return np.sum(q[some] * np.log(q[some] / p[some]))


def infinite_as_asked(p, q):
    return np.inf if np.any((q == 0) & (p > 0)) else summed(p, q, q > 0)


def clipped(p, q):
    p, q = np.clip(p, 1e-12, 1), np.clip(q, 1e-12, 1)
    return np.sum(q * np.log(q / p))


@pytest.mark.parametrize(
    "swapped",
    [
        lambda p, q: summed(p, q, (p > 0) & (q > 0)),
        lambda p, q: summed(p, q, p > 0),
        infinite_as_asked,
        clipped,
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_swapped_arguments_are_told_whatever_is_done_with_zeros(swapped, seed):
    result = judged(swapped, seed)
    assert result.misconceptions == ("swapped",)


@pytest.mark.parametrize("constant", [0.0, 1.0, np.inf])
@pytest.mark.parametrize("exercise_id", ["losses/kl_divergence", "losses/softmax_loss"])
def test_constants_that_many_mistakes_end_in_name_none(exercise_id, constant):
    exercise = load_exercise(exercise_id)
    cases = exercise.seal(Seeds.from_number(2026, exercise.id)).cases

    def answer(x, y):
        return constant if exercise_id.endswith("kl_divergence") else (constant, np.full_like(x, constant))

    assert judge_code(exercise, cases, run_cases(exercise, cases, answer), "q1").misconceptions == ()


def test_a_nan_that_many_mistakes_share_names_none():
    def in_bits_swapped(p, q):
        with np.errstate(all="ignore"):
            return np.sum(q * np.log2(q / p))

    result = judged(in_bits_swapped, 0)
    assert result.misconceptions == ()
