"""Relative imports of a script run by itself: `from .losses import f` becomes `from layers.losses import f`.

Every file of a folder is run as a cell too, without a package around it, where a relative import fails.
"""

import ast
import re
from pathlib import PurePosixPath

from grader.submissions.source import syntax_tree

_RELATIVE = re.compile(r"(?:^|[;:])[ \t]*from[ \t]*\.", re.MULTILINE)
_DOTS = re.compile(r"from[ \t]*(?:\.[ \t]*)+")


def with_absolute_imports(source: str, path: str) -> str:
    """The source with relative imports as absolute ones; lines and their numbers stay.

    Parameters
    ----------
    path : str
        Where the file lies in the folder that was handed in. An import from beyond it stays as it is.
    """
    if not _RELATIVE.search(source):
        return source
    tree = syntax_tree(source)
    if tree is None:
        return source
    package = PurePosixPath(path).parts[:-1]
    lines = source.split("\n")
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]
    for node in sorted(found, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        if node.level - 1 > len(package):
            continue
        base = ".".join(package[: len(package) - (node.level - 1)])
        line = lines[node.lineno - 1]
        at = len(line.encode()[: node.col_offset].decode())
        lines[node.lineno - 1] = line[:at] + _absolute(line[at:], base, node)
    return "\n".join(lines)


def _absolute(statement: str, base: str, node: ast.ImportFrom) -> str:
    dots = _DOTS.match(statement)
    if dots is None:
        return statement  # split over lines by a backslash
    rest = statement[dots.end() :]
    if node.module is not None:
        return f"from {base}.{rest}" if base else f"from {rest}"
    if base:
        return f"from {base} {rest}"
    return rest if re.match(r"import[ \t]+\w", rest) else statement
