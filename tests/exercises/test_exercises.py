"""Every exercise passes its audit; here on a few variants, with HYPOTHESIS_PROFILE=soak on all of them.

What an exercise must show is in `grader/audit`, and tested in tests/grader/audit. Mutants take longer than
the rest together: they are tried in soak, and by `kaodian audit`.
"""

import os
from collections.abc import Iterator

import pytest

from exercises.kit.catalogue import ROOT, exercise_ids, load_all, load_exercise
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from exercises.kit.training import Training
from grader.audit.batch import Runners
from grader.audit.checks import audit
from grader.audit.subject import Counts, Subject, alternative_paths, counts_for, uses_torch
from grader.sandbox.runner import SandboxUnavailableError

SOLUTIONS = ROOT.parent / "solutions"
SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
FEW = Counts(
    solution=6,
    whole=3,
    misconceptions=2,
    trivial=2,
    float32=1,
    drawing=3,
    texts=3,
    alternatives=1,
    mutants=0,
)


def counts(exercise: Exercise) -> Counts:
    if SOAK:
        return counts_for(exercise, 200, thorough=not isinstance(exercise, Training))
    if isinstance(exercise, Training):
        return FEW.at_most(1).model_copy(update={"float32": 0, "alternatives": 0})
    return FEW.at_most(2) if uses_torch(exercise) else FEW


@pytest.fixture(scope="session")
def runners() -> Iterator[Runners]:
    """The sandbox; where the machine has none, plain processes: what runs here is our own."""
    running = Runners()
    try:
        running("numpy")
    except SandboxUnavailableError:
        running = Runners(sandbox=False)
    yield running
    running.close()


@pytest.mark.parametrize("exercise_id", exercise_ids())
def test_every_exercise_passes_its_audit(exercise_id: str, runners: Runners) -> None:
    exercise = load_exercise(exercise_id)
    outcome = audit(Subject(exercise, counts(exercise), runners))
    # waivers are of mutants, which are not tried here
    complaints = {name: found for name, found in outcome.complaints.items() if found}
    assert complaints == {}


def test_every_solution_belongs_to_an_exercise() -> None:
    found = {
        f"{path.parent.name}/{path.stem}" for path in SOLUTIONS.glob("*/*.py") if path.stem != "__init__"
    }
    assert found == set(exercise_ids())


def test_every_alternative_belongs_to_an_exercise_and_is_where_it_is_looked_for() -> None:
    found = set(SOLUTIONS.glob("*/*/**/*.py"))
    folders = {f"{path.parents[2].name}/{path.parent.name}" for path in found}
    assert folders <= set(exercise_ids())
    assert {path.parents[1].name for path in found} == {"alternatives"}


def test_code_is_answered_in_two_other_ways_at_least() -> None:
    """Other people's correct code passes: the audit grades these, and none may lose a point."""
    code = [exercise for exercise in load_all() if isinstance(exercise, Code)]
    assert [exercise.id for exercise in code if len(alternative_paths(exercise)) < 2] == []
