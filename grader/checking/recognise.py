"""Which exercises a piece of work answers: by the functions that it defines, and the keys of `answers`."""

import ast
from collections.abc import Iterable
from pathlib import Path

from exercises.kit.catalogue import ROOT, exercise_ids, load_exercise
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from grader.submissions.model import Cell


def answered(cells: Iterable[Cell], root: Path = ROOT) -> list[Exercise]:
    """The exercises of which the cells define every function, or whose id is a key of `answers`.

    Only exercises whose source calls a name that the cells define are imported: importing them all is
    slower than everything else that a check does.
    """
    names: set[str] = set()
    keys: set[str] = set()
    for cell in cells:
        try:
            tree = ast.parse(cell.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        names |= set(_defined(tree))
        keys |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    found = []
    for exercise_id in exercise_ids(root):
        source = (root / f"{exercise_id}.py").read_text(encoding="utf-8")
        if exercise_id in keys or any(f"{name}(" in source for name in names):
            exercise = load_exercise(exercise_id, root)
            if set(exercise.functions) <= names if isinstance(exercise, Code) else exercise_id in keys:
                found.append(exercise)
    return found


def _defined(tree: ast.Module) -> Iterable[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            yield from (t.id for target in node.targets for t in ast.walk(target) if isinstance(t, ast.Name))
