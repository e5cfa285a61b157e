"""Every reference agrees with PyTorch, and every gradient with central differences."""

import copy
import importlib
import inspect
import pkgutil

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import reference_impl
from tests.reference_impl.closeness import close
from tests.reference_impl.oracle import ORACLE
from tests.reference_impl.oracle.row import Arguments, Row, Sampler

ROWS = [pytest.param(row, id=name) for name, row in ORACLE.items()]
DIFFERENTIATED = [pytest.param(row, id=name) for name, row in ORACLE.items() if row.wrt]
DATA = st.data()


def drawn(row: Row, data) -> tuple[Arguments, np.random.Generator]:
    sampler = Sampler(data.draw)
    return row.draw(sampler), sampler.rng


def assert_close(ours, other, what):
    assert np.shape(ours) == np.shape(other), (what, ours, other)
    assert close(ours, other, 1e-9), (what, ours, other)


def hold_against_torch(row: Row, arguments: Arguments, rng: np.random.Generator):
    tensors = {
        name: torch.tensor(value, requires_grad=name in row.wrt) if isinstance(value, np.ndarray) else value
        for name, value in copy.deepcopy(arguments).items()
    }
    expected = list(row.torch(**tensors))
    differentiated = [v for v in expected if isinstance(v, torch.Tensor) and v.requires_grad]
    ours, backward = row.ours(**copy.deepcopy(arguments))
    assert len(ours) == len(expected)
    for index, (found, right) in enumerate(zip(ours, expected, strict=True)):
        right = right.detach().numpy() if isinstance(right, torch.Tensor) else right
        assert_close(found, right, f"value {index}")
    assert (backward is not None) == bool(row.wrt)
    if backward is None:
        return
    assert len(differentiated) == row.upstreams
    upstream = [rng.normal(size=tuple(v.shape)) for v in differentiated]
    gradients = backward(*copy.deepcopy(upstream))
    assert set(gradients) == set(row.wrt)
    right = torch.autograd.grad(
        differentiated,
        [tensors[name] for name in row.wrt],
        [torch.tensor(u) for u in upstream],
        materialize_grads=True,  # 0 for what no value depends on: pixels that a large stride leaves out
    )
    for name, gradient in zip(row.wrt, right, strict=True):
        assert_close(gradients[name], gradient.numpy(), f"gradient of {name}")


@pytest.mark.parametrize("row", ROWS)
@given(data=DATA)
def test_values_and_gradients_agree_with_torch(row, data):
    hold_against_torch(row, *drawn(row, data))


@pytest.mark.parametrize(
    ("row", "edge"),
    [pytest.param(r, e, id=f"{n}-{k}") for n, r in ORACLE.items() for k, e in enumerate(r.edges)],
)
def test_edges_agree_with_torch(row, edge):
    hold_against_torch(row, edge, np.random.default_rng(0))


@pytest.mark.parametrize("row", DIFFERENTIATED)
@given(data=DATA)
def test_gradients_agree_with_central_differences(row, data):
    arguments, rng = drawn(row, data)
    assume(row.clear(**arguments))
    values, backward = row.ours(**copy.deepcopy(arguments))
    upstream = [rng.normal(size=np.shape(value)) for value in values[: row.upstreams]]
    gradients = backward(*upstream)
    for name, gradient in gradients.items():
        for _ in range(min(3, gradient.size)):
            at = tuple(int(rng.integers(length)) for length in gradient.shape)
            numeric = central_difference(row, arguments, upstream, name, at)
            largest = max(1, float(np.abs(gradient).max()))
            assert abs(numeric - gradient[at]) <= 1e-6 * largest, (name, at, numeric, gradient[at])


def central_difference(row: Row, arguments: Arguments, upstream, name, at) -> float:
    """Derivative of sum(upstream * values) by one entry of one argument, from values alone.

    Five points: the error is of fourth order, so that nearly constant columns are no trouble.
    """
    step = 1e-5 * max(1, abs(float(arguments[name][at])))

    def values(steps):
        changed = copy.deepcopy(arguments)
        changed[name][at] += steps * step
        return [np.asarray(value) for value in row.ours(**changed)[0]]

    sides = {steps: values(steps) for steps in (-2, -1, 1, 2)}
    total = 0.0
    for k, weight in enumerate(upstream):  # differences first, so that large values cost no digits
        near, far = sides[1][k] - sides[-1][k], sides[2][k] - sides[-2][k]
        total += float(np.sum(weight * (8 * near - far)))
    return total / (12 * step)


@pytest.mark.parametrize("row", ROWS)
@given(data=DATA)
def test_arguments_and_upstream_gradients_stay_as_they_are(row, data):
    arguments, rng = drawn(row, data)
    before = copy.deepcopy(arguments)
    values, backward = row.ours(**arguments)
    if backward is not None:
        upstream = [rng.normal(size=np.shape(value)) for value in values[: row.upstreams]]
        first = backward(*copy.deepcopy(upstream))
        again = backward(*upstream)  # neither the cache nor the upstream gradient was written into
        for name in first:
            np.testing.assert_array_equal(first[name], again[name])
    for name in set(before) - set(row.writes):
        np.testing.assert_equal(arguments[name], before[name])


@pytest.mark.parametrize("row", [pytest.param(r, id=n) for n, r in ORACLE.items() if r.wrt])
@settings(max_examples=5)  # of the code's paths, not of numbers
@given(data=DATA)
def test_float32_stays_float32(row, data):
    arguments, rng = drawn(row, data)
    values, backward = row.ours(**as_float32(arguments))
    upstream = [rng.normal(size=np.shape(v)).astype(np.float32) for v in values[: row.upstreams]]
    assert all(value.dtype == np.float32 for value in values if isinstance(value, np.ndarray))
    for name, gradient in backward(*upstream).items():
        assert np.asarray(gradient).dtype == np.float32, name


def as_float32(value):
    if isinstance(value, dict):
        return {name: as_float32(entry) for name, entry in value.items()}
    is_float = isinstance(value, np.ndarray) and value.dtype == np.float64
    return value.astype(np.float32) if is_float else copy.deepcopy(value)


@pytest.mark.parametrize("row", ROWS)
@settings(max_examples=2)
@given(data=DATA)
def test_the_counterpart_is_torch_or_the_row_says_what_stands_in(row, data):
    arguments, _ = drawn(row, data)
    tensors = {
        name: torch.tensor(value) if isinstance(value, np.ndarray) else value
        for name, value in arguments.items()
    }
    assert row.instead_of_torch or all(isinstance(value, torch.Tensor) for value in row.torch(**tensors))


def public_functions() -> set[str]:
    """module.name of every public function; `checks` is not of the course."""
    names = set()
    for module in pkgutil.iter_modules(reference_impl.__path__):
        if module.name == "checks":
            continue
        found = importlib.import_module(f"reference_impl.{module.name}")
        names |= {
            f"{module.name}.{name}"
            for name, function in inspect.getmembers(found, inspect.isfunction)
            if not name.startswith("_") and function.__module__ == found.__name__
        }
    return names


def test_every_public_function_has_a_row():
    assert {name for row in ORACLE.values() for name in row.covers} == public_functions()
