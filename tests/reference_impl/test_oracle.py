"""Every reference agrees with PyTorch, and every gradient with central differences."""

import copy
import importlib
import inspect
import pkgutil

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

import reference_impl
from tests.reference_impl.oracle import ORACLE, Row

ROWS = [pytest.param(row, id=name) for name, row in ORACLE.items()]
SEEDS = st.integers(0, 2**32 - 1)


def assert_close(ours, other, tolerance, what):
    ours, other = np.asarray(ours, dtype=float), np.asarray(other, dtype=float)
    assert ours.shape == other.shape, what
    equal_infinities = np.isinf(other) & (ours == other)
    difference = np.where(equal_infinities, 0, np.abs(ours - np.where(equal_infinities, 0, other)))
    finite = np.abs(other[np.isfinite(other)]).max(initial=0)
    assert np.all(difference <= tolerance * max(1, finite)), (what, ours, other)


def hold_against_torch(row: Row, arguments, rng):
    tensors = {
        name: torch.tensor(value, requires_grad=name in row.wrt) if isinstance(value, np.ndarray) else value
        for name, value in copy.deepcopy(arguments).items()
    }
    values = row.torch(**tensors)
    upstream = [rng.normal(size=v.shape) for v in values if isinstance(v, torch.Tensor) and v.requires_grad]
    extra = {"upstream": upstream} if "upstream" in inspect.signature(row.ours).parameters else {}
    ours, gradients = row.ours(**copy.deepcopy(arguments), **(extra if upstream else {}))
    for index, (found, expected) in enumerate(zip(ours, values, strict=True)):
        expected = expected.detach().numpy() if isinstance(expected, torch.Tensor) else expected
        assert_close(found, expected, 1e-9, f"value {index}")
    if not gradients:
        return
    differentiated = [v for v in values if isinstance(v, torch.Tensor) and v.requires_grad]
    weights = [torch.tensor(u) for u in upstream] if extra else [torch.ones_like(v) for v in differentiated]
    expected = torch.autograd.grad(differentiated, [tensors[name] for name in row.wrt], weights)
    for name, gradient in zip(row.wrt, expected, strict=True):
        assert_close(gradients[name], gradient.numpy(), 1e-9, f"gradient of {name}")


@pytest.mark.parametrize("row", ROWS)
@given(seed=SEEDS)
def test_values_and_gradients_agree_with_torch(row, seed):
    rng = np.random.default_rng(seed)
    hold_against_torch(row, row.draw(rng), rng)


@pytest.mark.parametrize(
    ("row", "edge"),
    [pytest.param(r, e, id=f"{n}-{k}") for n, r in ORACLE.items() for k, e in enumerate(r.edges)],
)
def test_edges_agree_with_torch(row, edge):
    hold_against_torch(row, edge, np.random.default_rng(0))


@pytest.mark.parametrize("row", [pytest.param(r, id=n) for n, r in ORACLE.items() if r.wrt and r.differences])
@given(seed=SEEDS)
def test_gradients_agree_with_central_differences(row, seed):
    rng = np.random.default_rng(seed)
    arguments = row.draw(rng)
    extra = {}
    if "upstream" in inspect.signature(row.ours).parameters:
        shapes = [np.shape(value) for value in row.ours(**copy.deepcopy(arguments))[0]]
        extra = {"upstream": [rng.normal(size=shape) for shape in shapes]}
    _, gradients = row.ours(**copy.deepcopy(arguments), **extra)
    weights = extra.get("upstream")

    def total(changed):
        values, _ = row.ours(**changed)
        used = values if weights is None else values[: 2 if len(gradients) == 6 else 1]
        return sum(
            float(np.sum(v * (1 if weights is None else w)))
            for v, w in zip(used, weights or used, strict=False)
        )

    for name, gradient in gradients.items():
        at = tuple(int(rng.integers(n)) for n in gradient.shape)
        step = 1e-5 * max(1e-2, abs(float(arguments[name][at])))
        sides = {}
        for steps in (-2, -1, 1, 2):
            changed = copy.deepcopy(arguments)
            changed[name][at] += steps * step
            sides[steps] = total(changed)
        # five points: the error is of fourth order, so nearly constant columns are no trouble
        numeric = (8 * (sides[1] - sides[-1]) - (sides[2] - sides[-2])) / (12 * step)
        largest = max(1, float(np.abs(gradient).max()), abs(sides[1]) * 1e-4)
        assert abs(numeric - gradient[at]) <= 1e-6 * largest, (name, numeric, gradient[at])


def test_every_public_function_has_a_row():
    covered = {name for row in ORACLE.values() for name in row.covers}
    public = set()
    for module in pkgutil.iter_modules(reference_impl.__path__):
        if module.name == "checks":
            continue
        members = inspect.getmembers(
            importlib.import_module(f"reference_impl.{module.name}"), inspect.isfunction
        )
        public |= {
            f"{module.name}.{name}"
            for name, function in members
            if not name.startswith("_") and function.__module__.endswith(module.name)
        }
    assert public == covered
