"""IPython's own lines become comments, so that what is left is Python with the same line numbers."""

import ast
import re
from typing import Final

from grader.submissions import caps
from grader.submissions.omissions import Omission, Omissions
from grader.submissions.source import syntax_tree

_SHELLS: Final = {"!", "bash", "sh", "cmd", "script", "system", "sx"}
_LANGUAGES: Final = {
    "perl",
    "ruby",
    "R",
    "sql",
    "cython",
    "js",
    "javascript",
    "python",
    "python2",
    "python3",
    "pypy",
}
_TEXTS: Final = {"html", "HTML", "latex", "markdown", "svg", "SVG", "file", "writefile", "ai"}
_OTHER_LANGUAGE: Final = frozenset(_SHELLS | _LANGUAGES | _TEXTS)
"""Cell magics whose cell is no Python of this notebook: it is dropped."""
_TIMING: Final = frozenset({"time", "timeit", "capture", "prun"})
"""Cell magics that run their cell; of others, those whose cell is Python are taken to."""
_STACKED: Final = 4
"""Cell magics on top of each other."""
_RUNS_ITS_CODE: Final = frozenset({"time", "prun"})
"""Line magics that run the statement behind them, with its effects."""

# Matched against lines without their indentation. No two quantifiers that meet can take the same character,
# so that a line of a million spaces costs no more than any other.
_CELL_MAGIC = re.compile(r"%%\s*(!|\w*)")
_MAGIC = re.compile(r"%{1,2}\s*(?P<name>[A-Za-z_]\w*)(?P<rest>.*)")
_ASSIGNED = re.compile(r"[\w.,\[\]'\" ]+=\s*(?P<mark>!|%\s*[A-Za-z_])")
_MARKED = re.compile(r"^[^#\n]*[!%?]", re.MULTILINE)
_HELP = re.compile(r"(?:\?{1,2}\s*%{0,2}[\w.*]+|%{0,2}[A-Za-z_*][\w.*\[\]'\"]*\?{1,2})\s*+;?\s*+(?:#.*)?")


def python_of_cell(source: str, label: str, omissions: Omissions) -> str:
    """Return a notebook cell's Python: `%%time` and its like keep the rest of the cell, `%%bash` drops it."""
    above = ""
    for _ in range(_STACKED):
        blank = len(source) - len(source.lstrip("\n \t"))
        head, newline, rest = source[blank:].partition("\n")
        cell_magic = _CELL_MAGIC.match(head)
        if cell_magic is None:
            break
        above += "\n" * source[:blank].count("\n")
        if cell_magic[1] in _OTHER_LANGUAGE or (cell_magic[1] not in _TIMING and not _is_python(rest)):
            omissions.add(Omission.DROPPED_CELL, label)
            return above + "\n".join(f"# {line}" for line in source[blank:].split("\n"))
        omissions.add(Omission.CELL_MAGIC, label)
        above += f"# {head}{newline}"
        source = rest
    return above + python_of_script(source, label, omissions)


def python_of_script(source: str, label: str, omissions: Omissions) -> str:
    """Return the Python of a script, be it an exported notebook: magic lines and `get_ipython()` calls."""
    if _has_marks(source) and not _is_python(source):
        source = _without_magic_lines(source, label, omissions)
    # Calls are found in the syntax tree, so magic lines must be gone by now.
    return _without_ipython_calls(source, label, omissions) if "get_ipython()" in source else source


def _has_marks(source: str) -> bool:
    """Whether a character of IPython's own stands outside a comment; any at all is asked first, and fast."""
    return any(mark in source for mark in "!%?") and _MARKED.search(source) is not None


def _without_magic_lines(source: str, label: str, omissions: Omissions) -> str:
    lines = source.split("\n")
    scan = _LineScan()
    number = 0
    while number < len(lines):
        line = lines[number]
        plain = _plain_line(line, label, omissions) if scan.at_statement else None
        if plain is None:
            scan.feed(line)
        else:
            lines[number] = plain
            # A magic goes on below a backslash, as a statement does.
            while line.endswith("\\") and number + 1 < len(lines):
                number += 1
                line = lines[number]
                lines[number] = f"# {line}"
        number += 1
    return "\n".join(lines)


def _is_python(source: str) -> bool:
    return len(source) <= caps.PARSED_CHARS and syntax_tree(source) is not None


def _plain_line(line: str, label: str, omissions: Omissions) -> str | None:
    """Return what stands for a line of IPython's, None for one of Python."""
    text = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    magic = _MAGIC.fullmatch(text)
    assigned = _ASSIGNED.match(text)
    if _HELP.fullmatch(text):
        kind = Omission.HELP
    elif text.startswith("!") or (assigned and assigned["mark"] == "!"):
        kind = Omission.SHELL
    elif magic or assigned:
        kind = Omission.MAGIC
    else:
        return None
    omissions.add(kind, label)
    if kind is Omission.MAGIC and magic and magic["name"] in _RUNS_ITS_CODE and magic["rest"].strip():
        return indent + magic["rest"].strip()
    # An indented magic may be all that its block has.
    return f"{indent}pass  # {text}" if indent else f"# {line}"


class _LineScan:
    """Follows strings and brackets from line to line, to know where a line begins a statement.

    `tokenize` cannot: on `!` and `?` Python 3.11 and 3.12 differ, and it stops at the first error.
    """

    _TOKEN = re.compile(r"#.*|\\.|'''|\"\"\"|['\"]|[(\[{]|[)\]}]", re.DOTALL)

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._continued = False

    @property
    def at_statement(self) -> bool:
        return not (self._quote or self._depth or self._continued)

    def feed(self, line: str) -> None:
        self._continued = line.endswith("\\")
        for match in self._TOKEN.finditer(line):
            mark = match[0]
            if self._quote:
                # Three quotes in a string of one are its end, once or three times.
                if mark == self._quote or (len(self._quote) == 1 and mark == self._quote * 3):
                    self._quote = ""
            elif mark[0] == "#":
                self._continued = False
                break
            elif mark[0] in "'\"":
                self._quote = mark
            elif mark in "([{":
                self._depth += 1
            elif mark in ")]}":
                self._depth = max(0, self._depth - 1)
        if len(self._quote) == 1 and not self._continued:
            self._quote = ""  # not closed on its line: an error of the student's, which ends there


def _without_ipython_calls(source: str, label: str, omissions: Omissions) -> str:
    """Replace statements `get_ipython().run_line_magic(...)`, as nbconvert writes them, on their lines.

    Code that a timing magic holds as a string goes on being run, by `exec` at the same line.
    """
    tree = syntax_tree(source) if len(source) <= caps.PARSED_CHARS else None
    if tree is None:
        return source
    statements = [
        node for node in ast.walk(tree) if isinstance(node, ast.Expr) and _ipython_method(node.value)
    ]
    lines = source.encode().split(b"\n")  # ast counts columns in bytes
    for node in sorted(statements, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        kind, replacement = _inert_call(node)
        omissions.add(kind, label)
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
        padding = [b""] * (last - first)
        lines[first : last + 1] = [before + replacement.encode() + after, *padding]
    return b"\n".join(lines).decode()


def _ipython_method(value: ast.expr) -> str:
    """`run_line_magic` of a call `get_ipython().run_line_magic(...)`; "" of anything else."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        owner = value.func.value
        if (
            isinstance(owner, ast.Call)
            and isinstance(owner.func, ast.Name)
            and owner.func.id == "get_ipython"
        ):
            return value.func.attr
    return ""


def _inert_call(node: ast.Expr) -> tuple[Omission, str]:
    call = node.value
    assert isinstance(call, ast.Call)
    method = _ipython_method(call)
    texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    if method in {"system", "getoutput"}:
        return Omission.SHELL, "pass"
    if method == "run_cell_magic" and len(texts) == 3 and isinstance(texts[2], str):
        if texts[0] in _OTHER_LANGUAGE or not _is_python(texts[2]):
            return Omission.DROPPED_CELL, "pass"
        return Omission.CELL_MAGIC, f"exec({texts[2]!r})"
    if (
        method == "run_line_magic"
        and len(texts) == 2
        and texts[0] in _RUNS_ITS_CODE
        and _is_python(str(texts[1]))
    ):
        return Omission.MAGIC, f"exec({texts[1]!r})"
    return Omission.MAGIC, "pass"
