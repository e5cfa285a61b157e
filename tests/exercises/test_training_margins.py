"""A training exercise's bounds are kept by the reference and by the worked solution with a margin."""

import numpy as np
import pytest
from hypothesis import settings

from exercises.kit.catalogue import load_all, solution_path
from exercises.kit.closeness import AtLeast, AtMost
from exercises.kit.training import Training

SOAK = settings.default.max_examples >= 500
SEEDS = 50 if SOAK else 2
DEVIATIONS = 4
"""So many standard deviations lie between a bound and the mean of what is reached."""
TRAININGS = [exercise for exercise in load_all() if isinstance(exercise, Training)]


def solution_of(exercise):
    namespace = {"__name__": "solution"}
    exec(solution_path(exercise).read_text(encoding="utf-8"), namespace)
    return {name: namespace[name] for name in exercise.functions}


def reached(exercise, own, seed):
    """What the view measures of a training with this seed, by name."""
    values = {}
    for group in exercise.groups.values():
        case = group.draw(np.random.default_rng(1000 + seed))
        outputs = exercise.program.run({**exercise.namespace, **own}, case.inputs, seed)
        values |= exercise.view_function(dict(case.inputs), outputs)
    return values


@pytest.mark.parametrize("whose", ["reference", "worked solution"])
@pytest.mark.parametrize("exercise", TRAININGS, ids=lambda exercise: exercise.id)
def test_bounds_are_kept_with_a_margin(exercise, whose):
    if exercise.framework == "torch":
        pytest.importorskip("torch", reason="torch is not installed")
    own = solution_of(exercise) if whose == "worked solution" else {}
    found = [reached(exercise, own, seed) for seed in range(SEEDS)]
    for name, rule in exercise.accept.items():
        if not isinstance(rule, (AtMost, AtLeast)):
            continue
        room = np.array([rule.bound - one[name] for one in found]) * (1 if isinstance(rule, AtMost) else -1)
        assert room.min() >= 0
        if SOAK:
            assert room.mean() >= DEVIATIONS * room.std()
