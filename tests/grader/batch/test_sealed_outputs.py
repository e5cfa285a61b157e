"""Misconceptions' outputs are computed on demand, and the bundle's hash does not depend on which were."""

import pickle
from itertools import permutations

import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.code_cases import _far_apart, _magnitude, _same_outputs, run_quietly
from exercises.kit.seeds import Seeds
from grader.batch.bundle import content_hash

NAME = "losses/kl_divergence"
SEEDS = Seeds.from_number(5, NAME)


def test_outputs_are_those_of_running_the_misconception():
    exercise = load_exercise(NAME)
    case = exercise.seal(SEEDS).cases[0]
    assert list(case.misconceptions) == list(exercise.misconceptions)
    for name, wrong in exercise.misconceptions.items():
        namespace = {**exercise.namespace, **wrong.replaces}
        expected = run_quietly(exercise, case.program, namespace, case.inputs, case.seed)
        assert str(case.misconceptions[name]) == str(expected)


def test_a_name_that_is_none_is_none_there():
    misconceptions = load_exercise(NAME).seal(SEEDS).cases[0].misconceptions
    assert "no_such" not in misconceptions
    assert misconceptions.get("no_such") is None
    assert len(misconceptions) == len(list(misconceptions))


def test_the_hash_is_the_same_before_and_after_they_are_asked_for_and_changes_with_what_is_expected():
    sealed, asked = (load_exercise(NAME).seal(SEEDS) for _ in range(2))
    before = content_hash(sealed)
    for case in asked.cases:
        dict(case.misconceptions)
    assert content_hash(asked) == before
    case = sealed.cases[0]
    other = case.model_copy(update={"expected": {"d": case.expected["d"] + 1e-9}})
    assert content_hash(sealed.model_copy(update={"cases": (other, *sealed.cases[1:])})) != before


def test_a_pickled_case_holds_them_all():
    case = load_exercise(NAME).seal(SEEDS).cases[0]
    copy = pickle.loads(pickle.dumps(case))
    assert str(dict(copy.misconceptions)) == str(dict(case.misconceptions))


@pytest.mark.parametrize("name", [NAME, "feedforward/softmax", "cnn/max_pool", "rnn/lstm_step"])
def test_results_that_are_far_apart_do_not_coincide_and_most_that_differ_are_seen_to_be(name):
    exercise = load_exercise(name)
    pairs = seen = 0
    for case in exercise.seal(Seeds.from_number(5, name)).cases:
        for one, other in permutations(exercise.misconceptions, 2):
            same = _same_outputs(exercise, case, one, other)
            apart = _far_apart(_magnitude(exercise, case, one), _magnitude(exercise, case, other))
            assert not (same and apart)
            pairs += not same
            seen += apart
    assert seen > pairs / 4


def test_results_at_the_edge_of_the_tolerance_are_not_far_apart():
    exercise = load_exercise(NAME)
    case = exercise.seal(SEEDS).cases[0]
    near = case.model_copy(update={"misconceptions": {"a": {"d": 3.0}, "b": {"d": 3.0 + 3.009e-4}}})
    assert _same_outputs(exercise, near, "a", "b")
    assert not _far_apart(_magnitude(exercise, near, "a"), _magnitude(exercise, near, "b"))
