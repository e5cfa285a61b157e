"""Misconceptions that differ from the reference in a few places of its source."""

import ast
import inspect
import textwrap
import types
from collections.abc import Iterator, Mapping
from typing import Any

from exercises.kit.exercise import DeclarationError

Places = tuple[str, str] | list[tuple[str, str]]
Edit = Places | dict[str, Places]
"""(old, new), or a list of these, or either by function."""


class EditedFunctions(Mapping[str, Any]):
    """Functions by name, each made when it is first asked for: sources are slow to find and compile."""

    def __init__(self, name: str, reference: Mapping[str, Any], edits: Mapping[str, Places]) -> None:
        self._name, self._reference = name, reference
        self._edits = {target: p if isinstance(p, list) else [p] for target, p in edits.items()}
        self._made: dict[str, Any] = {}

    def __getitem__(self, target: str) -> Any:
        """The edited function.

        Raises
        ------
        DeclarationError
            Unless each `old` occurs exactly once.
        """
        if target not in self._made:
            places = self._edits[target]
            self._made[target] = _edited(self._reference[target], places, self._name)
        return self._made[target]

    def __iter__(self) -> Iterator[str]:
        return iter(self._edits)

    def __len__(self) -> int:
        return len(self._edits)


def _edited(function: Any, places: list[tuple[str, str]], name: str) -> Any:
    """The function with places of its source replaced.

    Raises
    ------
    DeclarationError
        Unless each `old` occurs exactly once.
    """
    source = without_docstrings(textwrap.dedent(inspect.getsource(function)))
    for old, new in places:
        found = source.count(old)
        if found != 1:
            raise DeclarationError(
                f"edit {name!r}: {old!r} occurs {found} times in the code of {function.__name__}; "
                "it must occur once"
            )
        source = source.replace(old, new)
    scope = dict(vars(inspect.getmodule(function) or types.ModuleType("edited")))
    code = compile(source, f"<{name}>", "exec")
    exec(code, scope)  # noqa: S102 - our own reference's source
    return scope[function.__name__]


def without_docstrings(source: str) -> str:
    """The source with `pass` for each docstring: a formula there may read as the code below it does."""
    lines = source.encode().splitlines(keepends=True)  # positions in a tree count bytes
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    whole = b"".join(lines)
    for docstring in sorted(_docstrings(ast.parse(source)), key=lambda node: -node.lineno):
        start = starts[docstring.lineno - 1] + docstring.col_offset
        end = starts[(docstring.end_lineno or docstring.lineno) - 1] + (docstring.end_col_offset or 0)
        whole = whole[:start] + b"pass" + whole[end:]
    return whole.decode()


def _docstrings(tree: ast.AST) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and ast.get_docstring(
            node
        ):
            yield node.body[0]
