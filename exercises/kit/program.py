"""The notation of a case: `name(arguments) -> results`, one line a call."""

import keyword
import re
from collections.abc import Iterable, Mapping
from typing import Any

from exercises.kit.base import Frozen
from exercises.kit.interpreter import run_calls, seed_generators

_LINE = re.compile(r"\s*(?P<function>[\w.]+)\s*\((?P<arguments>[^()]*)\)\s*(?:->\s*(?P<results>.+?)\s*)?$")


class Call(Frozen):
    """One line: call `function` with `arguments` and name what comes back."""

    function: str
    arguments: tuple[str, ...]
    results: tuple[str, ...]

    def __str__(self) -> str:
        line = f"{self.function}({', '.join(self.arguments)})"
        return f"{line} -> {', '.join(self.results)}" if self.results else line


class Program(Frozen):
    """The calls of a case, and which of its names come back from the sandbox."""

    calls: tuple[Call, ...]
    opaque: tuple[str, ...] = ()
    inplace: tuple[str, ...] = ()

    @property
    def results(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for call in self.calls for name in call.results))

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names whose values are returned: results that are not opaque, and in-place inputs."""
        return tuple(n for n in (*self.results, *self.inplace) if n not in self.opaque)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names that a case must give, in the order of their first use."""
        made: set[str] = set()
        needed: dict[str, None] = {}
        for call in self.calls:
            needed.update(dict.fromkeys(a for a in call.arguments if a not in made))
            made.update(call.results)
        return tuple(needed)

    @property
    def functions(self) -> tuple[str, ...]:
        """Names called that no earlier line returned: the student's and those given."""
        made: set[str] = set()
        called: dict[str, None] = {}
        for call in self.calls:
            name = call.function.partition(".")[0]
            if name not in made:
                called[name] = None
            made.update(call.results)
        return tuple(called)

    def wire_calls(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """The calls as the interpreter takes them."""
        return [(c.function, c.arguments, c.results) for c in self.calls]

    def run(self, namespace: Mapping[str, Any], inputs: Mapping[str, Any], seed: int) -> dict[str, Any]:
        """Run on the trusted side; return the outputs."""
        seed_generators(seed)
        results = run_calls(self.wire_calls(), namespace, inputs, self.inplace, self.outputs)
        return {name: _without_tensors(value) for name, value in results.items()}


def _without_tensors(value: Any) -> Any:
    """The value with arrays in the place of torch's tensors, as results come back from the sandbox too."""
    if isinstance(value, dict):
        return {key: _without_tensors(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_without_tensors(entry) for entry in value)
    return value.detach().numpy() if hasattr(value, "detach") else value


def parse_program(calls: str | Iterable[str], opaque: str = "", inplace: str = "") -> Program:
    """Read the notation.

    Parameters
    ----------
    calls : str or list of str
        One `name(arguments) -> results` each.
    opaque, inplace : str
        Names, separated by spaces.

    Raises
    ------
    ValueError
        With the line, and what was expected of it.
    """
    lines = [calls] if isinstance(calls, str) else list(calls)
    program = Program(
        calls=tuple(_parse_call(line) for line in lines),
        opaque=tuple(opaque.split()),
        inplace=tuple(inplace.split()),
    )
    for name in program.opaque:
        if name not in program.results:
            raise ValueError(f"opaque result {name!r} is returned by no call; results are {program.results}")
    for name in program.inplace:
        if name not in program.inputs:
            raise ValueError(
                f"in-place input {name!r} is an argument of no call; inputs are {program.inputs}"
            )
    return program


def _parse_call(line: str) -> Call:
    match = _LINE.match(line)
    if match is None:
        raise ValueError(f"{line!r} is no call: write `name(argument, ...) -> result, ...`")
    call = Call(
        function=match["function"],
        arguments=_names(match["arguments"], line),
        results=_names(match["results"] or "", line),
    )
    if call.function.count(".") > 1 or not all(_is_name(part) for part in call.function.split(".")):
        raise ValueError(f"{line!r}: {call.function!r} is neither a name nor `result.method`")
    return call


def _names(text: str, line: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    for name in names:
        if not _is_name(name):
            raise ValueError(f"{line!r}: {name!r} is not a name")
    return names


def _is_name(text: str) -> bool:
    return text.isidentifier() and not keyword.iskeyword(text)
