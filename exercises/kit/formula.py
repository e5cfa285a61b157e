"""Formulas in named symbols, as derivations are answered: a grammar of our own, never Python's `eval`.

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/" | "@") signed }
    signed  = { "-" | "+" } power
    power   = postfix [ ("^" | "**") signed-power ]      from the right: 2^3^2 is 2^9
    postfix = atom { ".T" | "ᵀ" | "^T" | "²" }
    atom    = number | symbol | function [ "^" number ] "(" sum { "," sum } ")" | "(" sum ")" | "[" sum "]"

`*` is elementwise, `@` the matrix product. A power binds tighter than a minus before it, as in
mathematics: -x^2 is -(x^2). `tanh^2(c)` and `tanh²(c)` are (tanh(c))^2. Products are always written out.
`· × ⊙ ∘ •` are `*`, `−` is `-`, full-width characters are their ASCII twins, σ is the sigmoid.
The modules beside this one cut the text into tokens, read, compute and write.
"""

from exercises.kit.formula_reader import parse
from exercises.kit.formula_tree import (
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_LEVELS,
    MAX_NODES,
    Formula,
    FormulaError,
    ShapeError,
    TooLargeError,
    free_symbols,
    substitute,
)
from exercises.kit.formula_values import (
    MAX_ENTRIES,
    Point,
    ValuesAtPoints,
    equal_at_points,
    evaluate,
    scalar_multiple,
)
from exercises.kit.formula_writer import symbol_latex, to_latex, to_text

__all__ = [
    "MAX_DEPTH",
    "MAX_ENTRIES",
    "MAX_LENGTH",
    "MAX_LEVELS",
    "MAX_NODES",
    "Formula",
    "FormulaError",
    "Point",
    "ShapeError",
    "TooLargeError",
    "ValuesAtPoints",
    "equal_at_points",
    "evaluate",
    "free_symbols",
    "parse",
    "scalar_multiple",
    "substitute",
    "symbol_latex",
    "to_latex",
    "to_text",
]
