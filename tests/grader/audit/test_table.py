"""How many of all mutants must be killed together."""

import pytest

from grader.audit.checks import Audit
from grader.audit.mutants import Mutants, Survivor
from grader.audit.table import FEW_MUTANTS, mutants_suffice


def audits(total, survive):
    survivor = Survivor.model_construct(waived="the same for every input")
    mutants = Mutants.model_construct(total=total, survivors=(survivor,) * survive)
    return [Audit.model_construct(mutants=mutants, complaints={})]


@pytest.mark.parametrize(
    ("total", "survive", "enough"),
    [
        (40, 4, True),
        (FEW_MUTANTS, FEW_MUTANTS // 10, False),
        (FEW_MUTANTS, FEW_MUTANTS // 20, True),
        (0, 0, True),
    ],
)
def test_the_share_counts_where_there_are_enough_to_tell(total, survive, enough):
    """Of 40 mutants four that nobody can kill are a tenth, and say nothing of the tests."""
    assert mutants_suffice(audits(total, survive)) is enough
