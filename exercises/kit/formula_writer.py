"""Write a formula: as a student would type it, and in LaTeX."""

from collections.abc import Collection, Mapping

from exercises.kit.formula_reader import GREEK
from exercises.kit.formula_tree import Formula

_LEVEL = {"+": 1, "-": 1, "*": 2, "/": 2, "@": 2, "negative": 3, "^": 4}
_ATOM = 5
_SPELLED_GREEK = {*GREEK.values()} - {"omicron"}
_LATEX_NAMES = {
    "tanh": r"\tanh",
    "sigmoid": r"\sigma",
    "exp": r"\exp",
    "log": r"\ln",
    "max": r"\max",
    "min": r"\min",
    "relu": r"\operatorname{ReLU}",
}


def to_text(formula: Formula) -> str:
    """The formula as a student would type it; `parse` reads it back as the same tree."""
    return _written(formula, 0)


def _written(formula: Formula, level: int) -> str:
    kind, operands = formula.kind, formula.operands
    if kind == "number":
        return _number(formula.value)
    if kind == "symbol":
        return formula.name
    if kind == "call":
        inside = _written(operands[0], 0)
        return (
            f"{formula.name}({inside})"
            if len(operands) == 1
            else (f"{formula.name}({inside}, {_written(operands[1], 0)})")
        )
    if kind == "transpose":
        return f"{_written(operands[0], _ATOM)}.T"
    mine = _LEVEL[kind]
    if kind == "negative":
        text = f"-{_written(operands[0], mine)}"
    elif kind == "^":
        text = f"{_written(operands[0], _ATOM)}^{_written(operands[1], 3)}"
    else:
        joint = f" {kind} " if mine == 1 else kind
        right = _written(operands[1], _ATOM if operands[1].kind == "negative" else mine + 1)
        text = f"{_written(operands[0], mine)}{joint}{right}"
    return f"({text})" if mine < level else text


def _number(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    mantissa, _, exponent = repr(value).partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa


def to_latex(
    formula: Formula,
    symbols_latex: Mapping[str, str] | None = None,
    scalars: Collection[str] = (),
) -> str:
    r"""The formula in LaTeX.

    Entrywise products are \odot, products with a number \cdot, matrix products stand side by side.

    Parameters
    ----------
    formula : Formula
    symbols_latex : dict, optional
        LaTeX by symbol, where the usual reading of a name (`dc_prev`: an index prev) is not wanted.
    scalars : collection of str
        Symbols that are single numbers.
    """
    return _LatexWriter(symbols_latex or {}, frozenset(scalars)).written(formula, 0)


class _LatexWriter:
    def __init__(self, symbols: Mapping[str, str], scalars: frozenset[str]) -> None:
        self.symbols, self.scalars = symbols, scalars

    def written(self, formula: Formula, level: int) -> str:
        kind, operands = formula.kind, formula.operands
        if kind == "number":
            return _latex_number(formula.value)
        if kind == "symbol":
            return self.symbols.get(formula.name) or symbol_latex(formula.name)
        if kind == "call":
            return self.call(formula)
        if kind == "transpose":
            return rf"{self.base(operands[0])}^{{\top}}"
        if kind == "/":
            return rf"\frac{{{self.written(operands[0], 0)}}}{{{self.written(operands[1], 0)}}}"
        if kind == "^":
            return self.power(formula)
        mine = _LEVEL[kind]
        if kind == "negative":
            # -(a b) may lose its brackets, being equal to (-a) b; a second minus may not
            text = f"-{self.written(operands[0], _ATOM if operands[0].kind == 'negative' else 2)}"
        else:
            left, right = operands
            after = _ATOM if right.kind == "negative" else mine + (kind == "-")
            text = self.beside(left, mine, kind) + self.joint(formula) + self.beside(right, after, kind)
        return rf"\left({text}\right)" if mine < level else text

    def beside(self, operand: Formula, level: int, kind: str) -> str:
        """An operand; W(a ⊙ x) needs its brackets, since W a ⊙ x reads as (W a) ⊙ x."""
        return self.written(operand, _ATOM if kind == "@" and operand.kind == "*" else level)

    def joint(self, formula: Formula) -> str:
        if formula.kind == "*":
            scalar = any(self.is_scalar(operand) for operand in formula.operands)
            return r" \cdot " if scalar else r" \odot "
        return r" \, " if formula.kind == "@" else f" {formula.kind} "

    def call(self, formula: Formula, exponent: str = "") -> str:
        inside = [self.written(operand, 0) for operand in formula.operands]
        if formula.name == "sqrt" and not exponent:
            return rf"\sqrt{{{inside[0]}}}"
        if formula.name == "abs" and not exponent:
            return rf"\left|{inside[0]}\right|"
        name = _LATEX_NAMES.get(formula.name, rf"\operatorname{{{formula.name}}}")
        return rf"{name}{exponent}\left({', '.join(inside)}\right)"

    def power(self, formula: Formula) -> str:
        base, exponent = formula.operands
        above = f"^{{{self.written(exponent, 0)}}}"
        if base.kind == "call" and base.name in ("tanh", "sigmoid", "log") and exponent.kind == "number":
            return self.call(base, above)
        return self.base(base) + above

    def base(self, formula: Formula) -> str:
        """What bears an exponent or ⊤: a single sign, or brackets."""
        text = self.written(formula, _ATOM)
        bare = formula.kind in ("/", "^", "transpose") or (formula.kind == "call" and formula.name == "sqrt")
        if bare or (formula.kind in ("symbol", "number") and "^" in text):
            return rf"\left({text}\right)"
        return f"{{{text}}}" if formula.kind == "symbol" and "'" in text else text

    def is_scalar(self, formula: Formula) -> bool:
        """Whether the value is one number whatever the arrays are."""
        if formula.kind == "symbol":
            return formula.name in self.scalars
        if formula.kind == "call" and (formula.name in ("sum", "mean") or len(formula.operands) == 1):
            reduces = formula.name in ("sum", "mean", "max", "min")
            return reduces or self.is_scalar(formula.operands[0])
        return formula.kind != "@" and all(self.is_scalar(operand) for operand in formula.operands)


def symbol_latex(name: str) -> str:
    r"""A symbol's usual look: `dc_prev` is \mathit{dc} with the index prev, `eta` is \eta."""
    bare = name.rstrip("'")
    primes = name[len(bare) :]
    head, *index = [part for part in bare.split("_") if part] or [r"\_"]
    if head in _SPELLED_GREEK:
        head = f"\\{head}"
    elif head in GREEK:
        head = f"\\{GREEK[head]}"
    elif len(head) > 1 and head.isalnum():
        head = rf"\mathit{{{head}}}"
    if not index:
        return head + primes
    below = ",".join(part if len(part) == 1 or part.isdigit() else rf"\mathrm{{{part}}}" for part in index)
    return f"{head}{primes}_{{{below}}}"


def _latex_number(value: float) -> str:
    mantissa, _, exponent = _number(value).partition("e")
    if not exponent:
        return mantissa
    return rf"10^{{{exponent}}}" if mantissa == "1" else rf"{mantissa} \cdot 10^{{{exponent}}}"
