"""The syntax tree of a formula, its limits, and the error that says what is wrong with one."""

from collections.abc import Mapping
from typing import Literal

from exercises.kit.base import Frozen, Text

MAX_LENGTH = 2000
MAX_DEPTH = 64
"""Brackets, powers and signs inside one another."""
MAX_NODES = 500
MAX_LEVELS = 160
"""Of the tree: a sum of n terms has n levels. Below what Python's stack bears, with room for callers."""

ARITY: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("tanh", "sigmoid", "exp", "log", "sqrt", "abs", "sign", "relu"), (1,)),
    **dict.fromkeys(("softmax", "sum", "mean"), (1,)),
    **dict.fromkeys(("max", "min"), (1, 2)),
    "outer": (2,),
}
"""How many arguments each function takes. `max(x)` is the largest entry, `max(a, b)` goes entry by entry."""

Kind = Literal["number", "symbol", "call", "negative", "transpose", "+", "-", "*", "/", "@", "^"]


class FormulaError(Exception):
    """The text is no formula, or cannot be computed; `text` says why, in both languages.

    `position` is the character at which it went wrong, counted from 1; None where there is none.
    """

    def __init__(self, zh: str, en: str, position: int | None = None) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)
        self.position = position


class ShapeError(FormulaError):
    """The shapes of two operands do not fit."""


class TooLargeError(FormulaError):
    """Computing the formula would take more entries than are allowed."""


class Formula(Frozen):
    """A node of the syntax tree: an operator with its operands, a number, or a symbol."""

    kind: Kind
    name: str = ""
    value: float = 0
    operands: tuple["Formula", ...] = ()


def free_symbols(formula: Formula) -> frozenset[str]:
    """The symbols that occur in the formula."""
    found, todo = set(), [formula]
    while todo:
        node = todo.pop()
        todo += node.operands
        if node.kind == "symbol":
            found.add(node.name)
    return frozenset(found)


def substitute(formula: Formula, replacements: Mapping[str, Formula]) -> Formula:
    """The formula with symbols replaced by formulas, all at once."""
    if formula.kind == "symbol":
        return replacements.get(formula.name, formula)
    operands = []
    for operand in formula.operands:  # no comprehension: it would take a second frame a level
        operands.append(substitute(operand, replacements))
    return formula.model_copy(update={"operands": tuple(operands)})


def levels(formula: Formula) -> int:
    """How many nodes lie on the longest way down the tree."""
    deepest, todo = 0, [(formula, 1)]
    while todo:
        node, level = todo.pop()
        deepest = max(deepest, level)
        todo += [(operand, level + 1) for operand in node.operands]
    return deepest
