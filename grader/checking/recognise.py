"""Which exercises a piece of work answers: by the functions that it defines, and the keys of `answers`."""

import ast
from collections.abc import Iterable, Sequence

from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from grader.submissions.model import Cell


def answered(cells: Iterable[Cell], exercises: Sequence[Exercise]) -> list[Exercise]:
    """The exercises of which the cells define every function, or whose id is a key of `answers`."""
    names: set[str] = set()
    keys: set[str] = set()
    for cell in cells:
        try:
            tree = ast.parse(cell.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        names |= set(_defined(tree))
        keys |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return [
        exercise
        for exercise in exercises
        if (set(exercise.functions) <= names if isinstance(exercise, Code) else exercise.id in keys)
    ]


def _defined(tree: ast.Module) -> Iterable[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            yield from (t.id for target in node.targets for t in ast.walk(target) if isinstance(t, ast.Name))
