"""Which exercises a piece of work answers: by the functions that it defines, and the keys of `answers`."""

import ast
import re
from collections.abc import Iterable

from exercises.kit.catalogue import exercise_ids, load_exercise, root_of
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from grader.submissions.model import Cell

_Place = tuple[int, ...]
"""Number of the cell, of the line in it, and of the column where two may stand in one line."""

# For source that Python cannot read: what stands at the beginning of a line, and any id of an exercise.
_DEFINITION = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)")
_CODE = re.compile(r"\b(?:Code|Training)\(")
_ID = re.compile(r"""["']([a-z0-9_]+/[a-z0-9_]+)["']""")


def answered(cells: Iterable[Cell]) -> list[Exercise]:
    """The exercises of which the cells define every function, or whose id is a key of `answers`.

    They come in the order in which the cells answer them. Only exercises whose calls, as `"softmax(x) -> p"`,
    begin with a name that the cells define are imported: importing them all is slower than everything else
    that a check does.
    """
    names: dict[str, _Place] = {}
    keys: dict[str, _Place] = {}
    for number, cell in enumerate(cells):
        try:
            tree = ast.parse(cell.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            for line, text in enumerate(cell.source.splitlines()):
                names |= dict.fromkeys(_DEFINITION.findall(text), (number, line))
                keys |= dict.fromkeys(_ID.findall(text), (number, line))
            continue
        names |= {name: (number, line) for name, line in _defined(tree)}
        keys |= {
            node.value: (number, node.lineno, node.col_offset)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    calls = re.compile(f"""["'](?:{"|".join(map(re.escape, names))})[(]""") if names else None
    found: list[tuple[_Place, Exercise]] = []
    for exercise_id in exercise_ids():
        source = (root_of(exercise_id) / f"{exercise_id}.py").read_text(encoding="utf-8")
        if exercise_id in keys or (calls and _CODE.search(source) and calls.search(source)):
            exercise = load_exercise(exercise_id)
            if isinstance(exercise, Code):
                if set(exercise.functions) <= names.keys():
                    # a function that several exercises share may stand above all of them
                    found.append((max(names[name] for name in exercise.functions), exercise))
            elif exercise_id in keys:
                found.append((keys[exercise_id], exercise))
    return [exercise for _, exercise in sorted(found, key=lambda one: one[0])]


def _defined(tree: ast.Module) -> Iterable[tuple[str, int]]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name, node.lineno
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((alias.asname or alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.Assign):
            names = (t.id for target in node.targets for t in ast.walk(target) if isinstance(t, ast.Name))
            yield from ((name, node.lineno) for name in names)
