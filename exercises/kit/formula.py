"""Formulas in named symbols, as derivations are answered: a grammar of our own, never Python's `eval`.

    sum     = product { ("+" | "-") product }
    product = unary { ("*" | "/" | "@") unary }
    unary   = ("-" | "+") unary | power
    power   = atom [ ("^" | "**") unary ]          x² is x^2
    atom    = number | name | name [power] "(" sum ")" | "(" sum ")" , each with any ".T" behind it

`*` is elementwise, `@` the matrix product. A power binds tighter than a minus before it, as in
mathematics: -x^2 is -(x^2). `tanh^2(c)` is (tanh(c))^2.
"""

import difflib
import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from exercises.kit.base import Frozen, Text

MAX_LENGTH = 2000
MAX_DEPTH = 64
MAX_NODES = 500

Array = np.ndarray
Point = Mapping[str, Any]


class FormulaError(Exception):
    """The text is no formula, or cannot be computed; `text` says why, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)


class Formula(Frozen):
    """A node of the syntax tree: an operator with its operands, a number, or a symbol."""

    kind: Literal["number", "symbol", "call", "negative", "transpose", "+", "-", "*", "/", "@", "^"]
    name: str = ""
    value: float = 0
    operands: tuple["Formula", ...] = ()


def _sigmoid(x: Array) -> Array:
    return np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))


def _softmax(x: Array) -> Array:
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


FUNCTIONS: dict[str, Callable[[Array], Array]] = {
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "sign": np.sign,
    "relu": lambda x: np.maximum(x, 0),
    "softmax": _softmax,
    "sum": np.sum,
}
_ALIASES = {"σ": "sigmoid", "sigma": "sigmoid", "sigm": "sigmoid", "ln": "log", "th": "tanh"}
_SPELLINGS = str.maketrans({**dict.fromkeys("·×⊙∘•∗", "*"), "−": "-", "–": "-", "[": "(", "]": ")"})
_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)"
    r"|(?P<transpose>\.T\b)"
    r"|(?P<name>[^\W\d]\w*'*)"
    r"|(?P<power>\*\*|\^)"
    r"|(?P<operator>[-+*/@()]))"
)


# --- reading -------------------------------------------------------------------------------------


class _Token(Frozen):
    kind: str
    text: str
    position: int


def parse(text: str, names: Collection[str]) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text : str
    names : collection of str
        The symbols that may occur.

    Raises
    ------
    FormulaError
        With position, what was found and what was expected.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            f"公式有 {len(text)} 个字符，最多 {MAX_LENGTH} 个。",
            f"The formula has {len(text)} characters; at most {MAX_LENGTH} are allowed.",
        )
    return _Parser(list(_tokens(text)), frozenset(names)).whole()


def _tokens(text: str) -> Iterator[_Token]:
    # before NFKC, which would turn x² into x2
    plain = text.replace("²", "^2").replace("³", "^3").replace("ᵀ", ".T")
    plain = unicodedata.normalize("NFKC", plain).translate(_SPELLINGS).rstrip()
    position = 0
    while position < len(plain):
        match = _TOKEN.match(plain, position)
        if match is None:
            at = position + len(plain[position:]) - len(plain[position:].lstrip())
            found = plain[at]
            raise FormulaError(
                f"第 {at + 1} 个字符 {found!r} 不能出现在公式里。",
                f"Character {at + 1}, {found!r}, cannot stand in a formula.",
            )
        kind = match.lastgroup
        assert kind is not None
        yield _Token(kind=kind, text=match[kind], position=match.start(kind) + 1)
        position = match.end()


class _Parser:
    def __init__(self, tokens: list[_Token], names: frozenset[str]) -> None:
        self.tokens, self.names = tokens, names
        self.next = self.depth = self.nodes = 0

    def whole(self) -> Formula:
        if not self.tokens:
            raise FormulaError("公式是空的。", "The formula is empty.")
        formula = self.sum()
        token = self.peek()
        if token is not None:
            if token.kind in ("name", "number") or token.text == "(":
                raise FormulaError(
                    f"第 {token.position} 个字符 {token.text!r} 之前缺运算符：乘号要写出来，如 a*b。",
                    f"An operator is missing before {token.text!r} (character {token.position}): "
                    "write the product as a*b.",
                )
            raise self.unexpected(token)
        return formula

    def sum(self) -> Formula:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError(f"括号嵌套超过 {MAX_DEPTH} 层。", f"More than {MAX_DEPTH} levels of nesting.")
        left = self.product()
        while (token := self.peek()) is not None and token.text in "+-" and token.kind == "operator":
            self.next += 1
            left = self.node(token.text, left, self.product())
        self.depth -= 1
        return left

    def product(self) -> Formula:
        left = self.unary()
        while (token := self.peek()) is not None and token.text in ("*", "/", "@"):
            self.next += 1
            left = self.node(token.text, left, self.unary())
        return left

    def unary(self) -> Formula:
        signs = 0
        while (token := self.peek()) is not None and token.text in ("+", "-"):
            self.next += 1
            signs += token.text == "-"
        formula = self.power()
        return self.node("negative", formula) if signs % 2 else formula

    def power(self) -> Formula:
        base = self.atom()
        exponent = self.exponent()
        return base if exponent is None else self.node("^", base, exponent)

    def exponent(self) -> Formula | None:
        token = self.peek()
        if token is None or token.kind != "power":
            return None
        self.next += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError(f"指数超过 {MAX_DEPTH} 层。", f"More than {MAX_DEPTH} levels of powers.")
        exponent = self.unary()
        self.depth -= 1
        return exponent

    def atom(self) -> Formula:
        token = self.peek()
        if token is None:
            raise FormulaError(
                "公式在末尾断了：缺一个数、符号或括号。",
                "The formula ends where a number, symbol or bracket must follow.",
            )
        self.next += 1
        if token.kind == "number":
            formula = self.node("number", value=float(token.text))
            if not math.isfinite(formula.value):
                raise FormulaError(f"数 {token.text} 太大。", f"The number {token.text} is too large.")
        elif token.text == "(":
            formula = self.sum()
            self.expect_closing(token)
        elif token.kind == "name":
            formula = self.named(token)
        else:
            raise self.unexpected(token)
        while (after := self.peek()) is not None and after.kind == "transpose":
            self.next += 1
            formula = self.node("transpose", formula)
        return formula

    def named(self, token: _Token) -> Formula:
        if token.text in self.names:
            return self.node("symbol", name=token.text)
        function = _ALIASES.get(token.text, token.text)
        if function not in FUNCTIONS:
            raise self.unknown(token)
        exponent = self.exponent()
        opening = self.peek()
        if opening is None or opening.text != "(":
            raise FormulaError(
                f"函数 {token.text} 后面要有括号，如 {token.text}(x)。",
                f"The function {token.text} needs brackets, as in {token.text}(x).",
            )
        self.next += 1
        argument = self.sum()
        self.expect_closing(opening)
        call = self.node("call", argument, name=function)
        return call if exponent is None else self.node("^", call, exponent)

    def expect_closing(self, opening: _Token) -> None:
        token = self.peek()
        if token is None or token.text != ")":
            raise FormulaError(
                f"第 {opening.position} 个字符的括号没有配对的 )。",
                f"The bracket at character {opening.position} is never closed by ).",
            )
        self.next += 1

    def peek(self) -> _Token | None:
        return self.tokens[self.next] if self.next < len(self.tokens) else None

    def node(self, kind: Any, *operands: Formula, name: str = "", value: float = 0) -> Formula:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise FormulaError(f"公式超过 {MAX_NODES} 项。", f"The formula has more than {MAX_NODES} terms.")
        return Formula(kind=kind, operands=operands, name=name, value=value)

    def unexpected(self, token: _Token) -> FormulaError:
        return FormulaError(
            f"第 {token.position} 个字符 {token.text!r} 不该在这里：这里要一个数、符号或括号。",
            f"Unexpected {token.text!r} at character {token.position}: "
            "a number, a symbol or a bracket is expected here.",
        )

    def unknown(self, token: _Token) -> FormulaError:
        close = difflib.get_close_matches(token.text, sorted(self.names), n=3)
        listed = ", ".join(close or sorted(self.names))
        return FormulaError(
            f"不认识符号 {token.text!r} (第 {token.position} 个字符)。可用的符号：{listed}。",
            f"Unknown symbol {token.text!r} (character {token.position}). Symbols here: {listed}.",
        )


# --- computing -----------------------------------------------------------------------------------


def evaluate(formula: Formula, point: Point) -> Array:
    """The formula's value at a point, in float64. Only scalars are broadcast.

    Raises
    ------
    FormulaError
        Where shapes do not fit.
    """
    with np.errstate(all="ignore"):
        return np.asarray(_value(formula, point), dtype=np.float64)


def _value(formula: Formula, point: Point) -> Array:
    if formula.kind == "number":
        return np.float64(formula.value)  # type: ignore[return-value]
    if formula.kind == "symbol":
        return np.asarray(point[formula.name], dtype=np.float64)
    values = [_value(operand, point) for operand in formula.operands]
    if formula.kind == "call":
        return np.asarray(FUNCTIONS[formula.name](values[0]))
    if formula.kind == "negative":
        return -values[0]
    if formula.kind == "transpose":
        return values[0].T
    left, right = values
    _check_shapes(formula.kind, left, right)
    if formula.kind == "@":
        return left @ right
    if formula.kind == "^":
        return np.power(left, right)
    if formula.kind == "+":
        return left + right
    if formula.kind == "-":
        return left - right
    return left * right if formula.kind == "*" else left / right


def _check_shapes(operator: str, left: Array, right: Array) -> None:
    if operator == "@":
        fits = left.ndim in (1, 2) and right.ndim in (1, 2) and left.shape[-1] == right.shape[0]
    else:
        fits = left.shape == right.shape or left.ndim == 0 or right.ndim == 0
    if not fits:
        raise FormulaError(
            f"{operator} 两边的形状 {left.shape} 和 {right.shape} 不相配。",
            f"The shapes {left.shape} and {right.shape} on the two sides of {operator} do not fit.",
        )


def equal_at_points(one: Formula, truth: Formula, points: Sequence[Point], rtol: float = 1e-7) -> bool:
    """Whether two formulas agree at every point; shapes that do not fit, and NaN, are no agreement."""
    return all(_agree(a, b, rtol) for a, b in _pairs(one, truth, points))


def scalar_multiple(
    one: Formula, truth: Formula, points: Sequence[Point], rtol: float = 1e-7
) -> float | None:
    """The k (not 0 or 1) for which one = k truth at every point; None where there is none."""
    factors = []
    for a, b in _pairs(one, truth, points):
        if a is None or b is None or a.shape != b.shape or not np.isfinite(a).all() or not np.any(b):
            return None
        factor = float(np.vdot(a, b) / np.vdot(b, b))
        if not _agree(a, factor * b, rtol):
            return None
        factors.append(factor)
    first = factors[0] if factors else 0.0
    if first == 0 or abs(first - 1) < rtol or np.ptp(factors) > rtol * abs(first):
        return None
    return first


def _pairs(
    one: Formula, other: Formula, points: Sequence[Point]
) -> Iterator[tuple[Array | None, Array | None]]:
    for point in points:
        yield _or_none(one, point), _or_none(other, point)


def _or_none(formula: Formula, point: Point) -> Array | None:
    try:
        return evaluate(formula, point)
    except FormulaError:
        return None


def _agree(found: Array | None, truth: Array | None, rtol: float) -> bool:
    if found is None or truth is None or found.shape != truth.shape:
        return False
    scale = float(np.abs(truth[np.isfinite(truth)]).max(initial=0)) if truth.ndim else abs(float(truth))
    with np.errstate(invalid="ignore"):
        return bool(((np.abs(found - truth) <= rtol * max(scale, 1e-12)) | (found == truth)).all())


# --- writing -------------------------------------------------------------------------------------

_LEVEL = {"+": 1, "-": 1, "*": 2, "/": 2, "@": 2, "negative": 3, "^": 4}


def free_symbols(formula: Formula) -> frozenset[str]:
    """The symbols that occur in the formula."""
    if formula.kind == "symbol":
        return frozenset({formula.name})
    return frozenset().union(*(free_symbols(operand) for operand in formula.operands))


def substitute(formula: Formula, replacements: Mapping[str, Formula]) -> Formula:
    """The formula with symbols replaced by formulas."""
    if formula.kind == "symbol":
        return replacements.get(formula.name, formula)
    return formula.model_copy(
        update={"operands": tuple(substitute(o, replacements) for o in formula.operands)}
    )


def to_text(formula: Formula) -> str:
    """The formula as a student would type it."""
    return _written(formula, 0)


def _written(formula: Formula, level: int) -> str:
    kind = formula.kind
    if kind == "number":
        return f"{formula.value:g}" if float(f"{formula.value:g}") == formula.value else repr(formula.value)
    if kind == "symbol":
        return formula.name
    if kind == "call":
        return f"{formula.name}({_written(formula.operands[0], 0)})"
    if kind == "transpose":
        return f"{_written(formula.operands[0], 5)}.T"
    mine = _LEVEL[kind]
    if kind == "negative":
        text = f"-{_written(formula.operands[0], 3)}"
    elif kind == "^":
        text = f"{_written(formula.operands[0], 5)}^{_written(formula.operands[1], 3)}"
    else:
        left, right = formula.operands
        joint = f" {kind} " if mine == 1 else kind
        text = f"{_written(left, mine)}{joint}{_written(right, mine + 1)}"
    return f"({text})" if mine < level else text


def to_latex(formula: Formula) -> str:
    """The formula in LaTeX; `*` becomes a dot in a circle."""
    return _latex(formula, 0)


def _latex(formula: Formula, level: int) -> str:
    kind, operands = formula.kind, formula.operands
    if kind == "number":
        return f"{formula.value:g}"
    if kind == "symbol":
        head, _, index = formula.name.partition("_")
        body = head if len(head) == 1 else rf"\mathit{{{head}}}"
        return rf"{body}_{{\mathrm{{{index}}}}}".replace("_", "_", 1) if index else body
    if kind == "call":
        name = {"sigmoid": r"\sigma", "abs": r"\mathrm{abs}"}.get(
            formula.name, rf"\operatorname{{{formula.name}}}"
        )
        return rf"{name}({_latex(operands[0], 0)})"
    if kind == "transpose":
        return rf"{_latex(operands[0], 5)}^{{\top}}"
    mine = _LEVEL[kind]
    if kind == "negative":
        text = f"-{_latex(operands[0], 3)}"
    elif kind == "^":
        text = f"{_latex(operands[0], 5)}^{{{_latex(operands[1], 0)}}}"
    elif kind == "/":
        return rf"\frac{{{_latex(operands[0], 0)}}}{{{_latex(operands[1], 0)}}}"
    else:
        joint = {"*": r" \odot ", "@": r" \, "}.get(kind, f" {kind} ")
        text = f"{_latex(operands[0], mine)}{joint}{_latex(operands[1], mine + 1)}"
    return f"({text})" if mine < level else text
