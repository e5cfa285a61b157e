"""Hidden cases that are too weak are told by the mutant that survives; waivers cover it, and no more."""

import pytest

from grader.audit.mutants import try_mutants
from tests.grader.audit.conftest import MODULE, SOLUTION, WEAK


def test_strong_cases_kill_all_but_the_mutant_that_is_equivalent(bank):
    result = try_mutants(bank.subject())
    assert [one.mutant for one in result.survivors] == ["line 6: x < low -> x <= low"]
    assert result.killed == result.total - 1 >= 2


def test_weak_cases_are_told_by_what_survives(bank):
    result = try_mutants(bank.subject(WEAK))
    assert "survives: line 6: y[x < low] = low -> pass" in result.complaints


def with_waiver(*what: str, module: str = MODULE) -> str:
    return module + f"\nexercise.waive({', '.join(map(repr, what))}, because='there it equals the bound')\n"


@pytest.mark.parametrize("what", ["x < low -> x <= low", "x<low -> x<=low", "x < low", "y[x < low] = low"])
def test_a_waiver_covers_its_mutant_whatever_line_it_is_on(bank, what):
    moved = SOLUTION.replace("def clipped", "\n# a remark\n\ndef clipped")
    result = try_mutants(bank.subject(with_waiver(what), moved))
    assert [one.waived for one in result.survivors] == ["there it equals the bound"]
    assert result.complaints == ()
    assert result.killed == result.total - 1, "a waived mutant is not a killed one"


@pytest.mark.parametrize("what", ["x < low -> x > low", "x > low -> x >= low", "y.copy()"])
def test_a_waiver_that_covers_no_survivor_is_told(bank, what):
    result = try_mutants(bank.subject(with_waiver("x < low -> x <= low", what)))
    assert result.complaints == (f"waives what survives nowhere: {what}",)


def test_a_waiver_of_a_mutant_that_is_killed_elsewhere_is_told(bank):
    twice = SOLUTION.replace(
        "    return y", "    y[x < low] = low\n    z = 1 * (x < low)\n    return y + z * 0"
    )
    # of the first two assignments either can do without the other
    result = try_mutants(bank.subject(with_waiver("x < low -> x > low"), twice))
    assert "waives a mutant that is killed in another place: x < low -> x > low" in result.complaints


def test_a_mutant_that_never_ends_is_killed_by_its_limit(bank):
    counting = SOLUTION.replace(
        "    y[x < low] = low\n",
        "    k = len(y)\n    while k > 0:\n        k -= 1\n        y[k] = y[k] if y[k] > low else low\n",
    )
    result = try_mutants(bank.subject(source=counting))
    survivors = [one.mutant for one in result.survivors]
    assert not any("k -= 1" in mutant for mutant in survivors)


def test_mutants_are_tried_on_several_variants(bank):
    """Cases of which every other variant alone kills: the first variant is not enough."""
    seldom = (
        MODULE.replace(
            "    return Case(x=x, low=round(float(np.median(x)) + 0.3, 2))",
            "    strong = rng.random() < 0.2\n"
            "    return Case(x=x, low=round(float(np.median(x)) + 0.3, 2) if strong else float(x.min()) - 1)",
        )
        .replace("hidden=4", "hidden=2")
        .replace(
            "def zero(x, low):\n    return np.where(x > low, x, 0.0)", "def zero(x, low):\n    return 0 * x"
        )
    )
    subject = bank.subject(seldom, whole=12, solution=12)
    one = subject.counts.model_copy(update={"mutants": 1})
    many = try_mutants(subject)
    subject.counts = one
    few = try_mutants(subject)
    assert few.killed < many.killed
