"""What a submission asks for that does nothing when it is graded: one note for each kind."""

import ast
import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from exercises.kit.base import Text
from grader.submissions.problems import listed, sentence

PLOTTING: Final = frozenset(
    [
        "matplotlib",
        "mpl_toolkits",
        "pylab",
        "seaborn",
        "plotly",
        "bokeh",
        "altair",
        "graphviz",
        "IPython",
        "ipywidgets",
    ]
)
"""Top-level modules that draw or show; in the sandbox their names import, and do nothing."""
CHECKING: Final = frozenset({"otter"})
"""Top-level modules that check a notebook by its public tests; likewise inert in the sandbox."""


class Omission(StrEnum):
    """A kind of line, cell or call that does nothing."""

    SHELL = "shell"
    MAGIC = "magic"
    CELL_MAGIC = "cell magic"
    DROPPED_CELL = "dropped cell"
    HELP = "help"
    PLOTTING = "plotting"
    CHECKING = "checking"


_SENTENCES: Final = {
    Omission.SHELL: (
        "以 ! 开头的命令行不会执行：{where}。",
        "Shell lines (beginning with !) are not run: {where}.",
    ),
    Omission.MAGIC: (
        "以 % 开头的魔法命令不起作用：{where}。",
        "Magic lines (beginning with %) do nothing: {where}.",
    ),
    Omission.CELL_MAGIC: (
        "%% 魔法命令不起作用，单元格的其余代码照常运行：{where}。",
        "Cell magics (%%) do nothing, the rest of the cell is run: {where}.",
    ),
    Omission.DROPPED_CELL: (
        "这些单元格的 %% 魔法命令表示内容不是在此运行的 Python，整格不运行：{where}。",
        "The %% magic of these cells says that they are no Python to run here; they are left out: {where}.",
    ),
    Omission.HELP: ("查看帮助的 ? 不起作用：{where}。", "Help (?) does nothing: {where}."),
    Omission.PLOTTING: (
        "评分时不画图、不显示：{where}。",
        "Nothing is plotted or displayed when a submission is graded: {where}.",
    ),
    Omission.CHECKING: (
        "otter 的检查（grader.check）在评分时不起作用：{where}。",
        "Otter's checks (grader.check) do nothing when a submission is graded: {where}.",
    ),
}


class Omissions:
    """Where, by label, each kind of omission was met."""

    def __init__(self) -> None:
        self._where: dict[Omission, list[str]] = {}

    def add(self, kind: Omission, label: str) -> None:
        labels = self._where.setdefault(kind, [])
        if label not in labels[-1:]:
            labels.append(label)

    def notes(self) -> tuple[Text, ...]:
        """One sentence for each kind that was met, in the order of `Omission`."""
        return tuple(
            sentence(*_SENTENCES[kind], where=listed(self._where[kind]))
            for kind in Omission
            if kind in self._where
        )


_INERT: Final = {Omission.PLOTTING: PLOTTING, Omission.CHECKING: CHECKING}
_NAMES: Final = tuple(sorted(PLOTTING | CHECKING))
_WORDS: Final = re.compile(r"\b(?:" + "|".join(_NAMES) + r")\b")


def may_be_inert(source: str) -> bool:
    """Whether it is worth parsing: without one of the names there is nothing for `inert_uses` to find."""
    plain = source if source.isascii() else unicodedata.normalize("NFKC", source)
    return any(name in plain for name in _NAMES) and _WORDS.search(plain) is not None


def inert_uses(tree: ast.AST) -> set[Omission]:
    """Find imports of modules that plot or check."""
    found: set[Omission] = set()
    for node in ast.walk(tree):
        roots: Sequence[str] = ()
        if isinstance(node, ast.Import):
            roots = [alias.name.split(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots = (node.module.split(".")[0],)
        found |= {kind for kind, modules in _INERT.items() if not modules.isdisjoint(roots)}
    return found
