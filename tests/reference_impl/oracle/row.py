"""What a row of the oracle table is, how its arguments are drawn, and how a reference is called for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st

Arguments = dict[str, Any]
Gradients = dict[str, np.ndarray]
Backward = Callable[..., Gradients]
"""backward(*upstream gradients of the values that are differentiated) -> gradients by argument."""
Ours = Callable[..., tuple[Sequence[Any], Backward | None]]


class Sampler:
    """Draws arguments: sizes and regimes by hypothesis, so that they shrink; numbers by a generator."""

    def __init__(self, draw: Callable[[st.SearchStrategy], Any]):
        self._draw = draw
        self.rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))

    def size(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def sizes(self, *bounds: tuple[int, int]) -> list[int]:
        return [self.size(low, high) for low, high in bounds]

    def one_of(self, *options: Any) -> Any:
        return self._draw(st.sampled_from(options))

    def normal(self, *shape: int, scale: float = 1.0) -> np.ndarray:
        return self.rng.normal(scale=scale, size=shape)

    def below(self, bound: int, *shape: int) -> Any:
        """Integers in [0, bound): one, or an array of this shape."""
        numbers = self.rng.integers(bound, size=shape or None)
        return numbers if shape else int(numbers)


def everywhere(**arguments: Any) -> bool:
    """There is neither kink nor tie."""
    return True


@dataclass(frozen=True)
class Row:
    """One function, or a pair of forward and backward, beside what it is held against."""

    covers: tuple[str, ...]
    """Public functions of reference_impl that the row holds."""
    draw: Callable[[Sampler], Arguments]
    ours: Ours
    """Called with the drawn arguments; returns the values, and the function backward (or None)."""
    torch: Callable[..., Sequence[Any]]
    """Called with the same arguments as tensors; returns as many values, those with a gradient first."""
    wrt: tuple[str, ...] = ()
    """Arguments by which is differentiated."""
    upstreams: int = 1
    """How many of the values, from the first on, have an upstream gradient."""
    instead_of_torch: str = ""
    """Where PyTorch lacks the operation: what stands in `torch`'s place, and why it is to be trusted."""
    clear: Callable[..., bool] = everywhere
    """Whether the arguments are clear of kinks and ties, so that central differences hold."""
    edges: tuple[Arguments, ...] = ()
    """Arguments to try besides the drawn ones."""
    writes: tuple[str, ...] = ()
    """Arguments into which the function writes; it leaves all others as they are."""


def value(function: Callable[..., Any]) -> Ours:
    """A function of which only the value is held."""
    return lambda **arguments: ([function(**arguments)], None)


def slope(function: Callable[[Any], Any], derivative: Callable[[Any], Any]) -> Ours:
    """A function of one array, and the function that gives its derivative entry by entry."""

    def ours(**arguments: Any) -> tuple[list[Any], Backward]:
        ((name, at),) = arguments.items()
        return [function(at)], lambda upstream: {name: upstream * derivative(at)}

    return ours


def loss(function: Callable[..., tuple[Any, ...]], *names: str) -> Ours:
    """A function that returns a number and its gradients by the named arguments."""

    def ours(**arguments: Any) -> tuple[list[Any], Backward]:
        number, *gradients = function(**arguments)
        return [number], lambda upstream: {
            name: upstream * gradient for name, gradient in zip(names, gradients, strict=True)
        }

    return ours


def layer(forward: Callable[..., tuple[Any, ...]], backward: Callable[..., Any], *names: str) -> Ours:
    """A forward function that returns values and a cache, and its backward function."""

    def ours(**arguments: Any) -> tuple[list[Any], Backward]:
        *values, cache = forward(**arguments)

        def gradients(*upstream: np.ndarray) -> Gradients:
            found = backward(*upstream, cache)
            return dict(zip(names, found if isinstance(found, tuple) else (found,), strict=True))

        return values, gradients

    return ours
