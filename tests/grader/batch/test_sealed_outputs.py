"""Misconceptions' outputs are computed on demand, and the bundle's hash does not depend on which were."""

import pickle

from exercises.kit.catalogue import load_exercise
from exercises.kit.code_cases import run_quietly
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
