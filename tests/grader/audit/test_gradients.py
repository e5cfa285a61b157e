"""A reference whose gradient is not that of its loss, or of its forward pass, is told."""

import pytest

from grader.audit.checks import audit_part

LOSS = """
import numpy as np

from exercises.kit import Case, Code


def loss(x):
    return float((x**2).mean()), {gradient}


exercise = Code(
    syllabus="losses.mse", difficulty=1, calls="loss(x) -> loss, dx", reference=loss,
    points={{"value": 1}}, checks={{"value": "loss dx"}},
)


@exercise.cases("value", hidden=3, public=1)
def vectors(rng):
    return Case(x=np.round(rng.normal(size=int(rng.integers(3, 6))), 2))
"""
LAYER = """
import numpy as np

from exercises.kit import Case, Code


def forward(x):
    return np.maximum(x, 0), x


def backward(dout, cache):
    return {gradient}


exercise = Code(
    syllabus="losses.mse", difficulty=1, calls=["forward(x) -> out, cache", "backward(dout, cache) -> dx"],
    reference=[forward, backward], opaque="cache", points={{"value": 1}}, checks={{"value": "out dx"}},
)


@exercise.cases("value", hidden=3, public=1)
def vectors(rng):
    return Case(x=rng.normal(size=5) + 0.01, dout=rng.normal(size=5))
"""


def told(bank, module, gradient):
    return audit_part(bank.subject(module.format(gradient=gradient)), "judging").complaints["gradients"]


@pytest.mark.parametrize(
    ("module", "gradient", "right"),
    [
        (LOSS, "2 * x / len(x)", True),
        (LOSS, "2 * x", False),
        (LOSS, "-2 * x / len(x)", False),
        (LOSS, "x / len(x)", False),
        (LAYER, "dout * (cache > 0)", True),
        (LAYER, "dout", False),
        (LAYER, "1.0 * (cache > 0)", False),
    ],
)
def test_a_gradient_is_that_of_what_stands_beside_it(bank, module, gradient, right):
    found = told(bank, module, gradient)
    assert (not found) == right
    assert all("dx of vectors gives a slope" in one for one in found)


def test_a_convention_can_be_waived(bank):
    module = LOSS + "\nexercise.waive('gradients', because='the statement leaves the factor out')\n"
    assert told(bank, module, "2 * x") == ()
