"""Read a formula: a recursive descent by binding power, from tokens to the syntax tree."""

import difflib
import math
from collections.abc import Collection
from typing import NoReturn

from exercises.kit.formula_tokens import Token, shown, tokens
from exercises.kit.formula_tree import (
    ARITY,
    MAX_DEPTH,
    MAX_LEVELS,
    MAX_NODES,
    Formula,
    FormulaError,
    Kind,
    levels,
)

ALIASES = {
    "sigma": "sigmoid",
    "sigm": "sigmoid",
    "ln": "log",
    "th": "tanh",
    "sgn": "sign",
    "absolute": "abs",
    "maximum": "max",
    "minimum": "min",
}
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
        "upsilon phi chi psi omega".split(),
        strict=True,
    )
)
_SPELLED = str.maketrans(GREEK)

# What binds tighter has the higher power: -x^2 is -(x^2), 2^-x*y is (2^(-x))*y.
_INFIX = {"+": 1, "-": 1, "*": 2, "/": 2, "@": 2}
_SIGN, _POWER = 3, 4
_STARTS = ("number", "name", "open")
_CLOSING = {"(": ")", "[": "]"}


def parse(text: str, names: Collection[str]) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text : str
    names : collection of str
        The symbols that may occur. A declared name wins over a function of that name; a Greek letter
        stands for its spelled name (η for `eta`) where that is declared.

    Raises
    ------
    FormulaError
        With the position, what was found there and what to write instead.
    """
    return _Reader(list(tokens(text)), frozenset(names)).whole()


class _Reader:
    def __init__(self, found: list[Token], names: frozenset[str]) -> None:
        self.tokens, self.names = found, names
        self.next = self.depth = self.nodes = 0

    def whole(self) -> Formula:
        if not self.tokens:
            raise FormulaError("公式是空的：请写出公式。", "The formula is empty: write one.")
        formula = self.expression(1)
        token = self.peek()
        if token is not None:
            self.fail(
                token,
                "前面的公式已经完整，这里只能接运算符。",
                "the formula before it is complete, only an operator may follow.",
            )
        if levels(formula) > MAX_LEVELS:
            raise FormulaError(
                f"公式里连着的运算超过 {MAX_LEVELS} 个。请化简。",
                f"More than {MAX_LEVELS} operations hang on one another. Simplify the formula.",
            )
        return formula

    # --- expressions -----------------------------------------------------------------------------

    def expression(self, least: int) -> Formula:
        """Everything from here on that binds with at least the given power."""
        left = self.operand()
        while (token := self.peek()) is not None:
            if token.kind == "superscript":
                self.next += 1
                left = self.node("^", left, self.exponent_of(token))
            elif token.kind == "transpose":
                self.next += 1
                left = self.transposed(left, token)
            elif token.kind == "power":
                self.next += 1
                left = self.powered(left)
            elif token.kind == "operator":
                power = _INFIX[token.text]
                if power < least:
                    break
                self.next += 1
                left = self.node(token.text, left, self.expression(power + 1))  # type: ignore[arg-type]
            elif token.kind in _STARTS:
                self.fail(token, "它前面缺运算符：乘号要写成 *。", "an operator is missing: write * between.")
            else:
                break
        return left

    def operand(self) -> Formula:
        token = self.peek()
        if token is None:
            last = self.tokens[-1]
            raise FormulaError(
                f"公式在 `{shown(last.typed)}` (第 {last.position} 个字符) 之后断了：缺一个数、符号或括号。",
                f"The formula ends after `{shown(last.typed)}` (character {last.position}): "
                "a number, a symbol or a bracket must follow.",
                last.position,
            )
        self.next += 1
        if token.kind == "number":
            return self.number(token.text.replace("_", ""), token)
        if token.kind == "name":
            return self.named(token)
        if token.kind == "open":
            (inside,) = self.bracketed(token, (1,))
            return inside
        if token.text in ("+", "-"):
            operand = self.nested(token, _SIGN)
            return operand if token.text == "+" else self.node("negative", operand)
        self.fail(token, "这里要一个数、符号或括号。", "a number, a symbol or a bracket is expected here.")

    def nested(self, token: Token, least: int) -> Formula:
        """An expression one level further inside."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(
                token,
                f"括号、指数和负号嵌套超过 {MAX_DEPTH} 层。",
                f"more than {MAX_DEPTH} levels of nesting.",
            )
        inside = self.expression(least)
        self.depth -= 1
        return inside

    def powered(self, base: Formula) -> Formula:
        """What `^` makes of its base; x^T is a transpose where T is no symbol."""
        token = self.peek()
        if token is None:
            return self.node("^", base, self.operand())
        transposes = token.kind == "transpose" or (token.text == "T" and "T" not in self.names)
        if transposes:
            self.next += 1
            return self.transposed(base, token)
        return self.node("^", base, self.nested(token, _POWER))

    def transposed(self, formula: Formula, token: Token) -> Formula:
        if formula.kind == "number":
            self.fail(token, "数不能转置。", "a number has no transpose.")
        return self.node("transpose", formula)

    def bracketed(self, opening: Token, counts: tuple[int, ...], function: str = "") -> list[Formula]:
        """What stands in brackets, separated by commas, up to the bracket that closes them."""
        inside = [self.nested(opening, 1)]
        while (token := self.peek()) is not None and token.kind == "comma":
            if len(inside) == max(counts):
                self.too_many(token, function)
            self.next += 1
            inside.append(self.nested(token, 1))
        closing = _CLOSING[opening.text]
        if token is None or token.text != closing:
            raise FormulaError(
                f"第 {opening.position} 个字符的括号 `{opening.typed}` 没有配对的 `{closing}`。",
                f"The bracket `{opening.typed}` at character {opening.position} "
                f"is never closed by `{closing}`.",
                opening.position,
            )
        self.next += 1
        if len(inside) not in counts:
            self.fail(
                opening, f"{function} 要 {counts[0]} 个参数。", f"{function} takes {counts[0]} arguments."
            )
        return inside

    def too_many(self, token: Token, function: str) -> NoReturn:
        if function:
            most = max(ARITY[function])
            self.fail(
                token, f"{function} 最多 {most} 个参数。", f"{function} takes at most {most} argument(s)."
            )
        self.fail(token, "逗号只能分隔函数的参数。", "a comma only separates a function's arguments.")

    # --- numbers and names -----------------------------------------------------------------------

    def number(self, text: str, token: Token) -> Formula:
        value = float(text)
        if not math.isfinite(value):
            self.fail(token, "这个数太大。", "the number is too large.")
        return self.node("number", value=value)

    def exponent_of(self, token: Token) -> Formula:
        """The number that superscripts stand for."""
        number = self.number(token.text.lstrip("-"), token)
        return self.node("negative", number) if token.text.startswith("-") else number

    def named(self, token: Token) -> Formula:
        for name in (token.text, token.text.translate(_SPELLED), *(["eps"] if token.text == "ε" else [])):
            if name in self.names:
                return self.node("symbol", name=name)
        function = token.text.translate(_SPELLED).lower()
        function = ALIASES.get(function, function)
        if function in ARITY:
            return self.call(token, function)
        self.unknown(token)

    def call(self, token: Token, function: str) -> Formula:
        exponent = self.exponent_before_bracket(token)
        opening = self.peek()
        if opening is None or opening.kind != "open":
            self.fail(
                token,
                f"函数后面要有括号，如 {token.typed}(x)。",
                f"a function needs brackets, as in {token.typed}(x).",
            )
        self.next += 1
        arguments = self.bracketed(opening, ARITY[function], function)
        call = self.node("call", *arguments, name=function)
        return call if exponent is None else self.node("^", call, exponent)

    def exponent_before_bracket(self, token: Token) -> Formula | None:
        """The 2 of tanh^2(c) or tanh²(c), which is (tanh(c))^2."""
        mark = self.peek()
        if mark is None or mark.kind not in ("power", "superscript"):
            return None
        self.next += 1
        if mark.kind == "power":
            mark = self.peek()
            self.next += 1
        if mark is None or mark.kind not in ("number", "superscript") or mark.text.startswith("-"):
            # tanh^-1 is the inverse function to some and 1/tanh to others
            self.fail(
                mark or token,
                f"函数名后的指数只能是正数，如 {token.typed}^2(x)；其他的写成 ({token.typed}(x))^n。",
                f"the exponent of a function's name must be a positive number, as in {token.typed}^2(x); "
                f"write any other as ({token.typed}(x))^n.",
            )
        return self.number(mark.text.replace("_", ""), mark)

    def unknown(self, token: Token) -> NoReturn:
        base = token.text.rstrip("'")
        if base != token.text and ALIASES.get(base.translate(_SPELLED), base) in ARITY:
            self.fail(
                token,
                "导数要写出来，例如 1-tanh(c)^2。",
                "write the derivative out, for example 1-tanh(c)^2.",
            )
        if base != token.text and base in self.names:
            self.fail(
                token, f"没有这个符号；转置写成 {base}.T。", f"no such symbol; write a transpose as {base}.T."
            )
        product = self.product_of_names(token.text)
        if product:
            self.fail(
                token,
                f"没有这个符号；乘积要写乘号：{product}。",
                f"no such symbol; write a product with *: {product}.",
            )
        if token.text == "e":
            self.fail(token, "没有这个符号；e 的 x 次方写成 exp(x)。", "no such symbol; write e^x as exp(x).")
        close = self.closest(token.text)
        if close:
            self.fail(token, f"没有这个符号；是不是 {close}？", f"no such symbol; did you mean {close}?")
        listed = ", ".join(sorted(self.names)[:20])
        self.fail(
            token, f"没有这个符号；可以用的符号：{listed}。", f"no such symbol; the symbols are {listed}."
        )

    def closest(self, found: str) -> str:
        known = {name.lower(): name for name in sorted({*self.names, *ARITY})}
        close = difflib.get_close_matches(found.translate(_SPELLED).lower(), known, n=3)
        return ", ".join(known[name] for name in close)

    def product_of_names(self, found: str) -> str:
        """`dh*o` for `dho`; "" where the text is no row of symbols."""
        rows: list[list[str] | None] = [[]] + [None] * len(found)
        for end in range(1, len(found) + 1):
            for start in range(end):
                before, piece = rows[start], found[start:end]
                best = rows[end]
                if (
                    before is not None
                    and piece in self.names
                    and (best is None or len(before) + 1 < len(best))
                ):
                    rows[end] = [*before, piece]
        whole = rows[-1]
        return "*".join(whole) if whole else ""

    # --- tokens and nodes ------------------------------------------------------------------------

    def peek(self) -> Token | None:
        return self.tokens[self.next] if self.next < len(self.tokens) else None

    def node(self, kind: Kind, *operands: Formula, name: str = "", value: float = 0) -> Formula:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise FormulaError(
                f"公式超过 {MAX_NODES} 项。请化简。",
                f"The formula has more than {MAX_NODES} terms. Simplify it.",
            )
        return Formula(kind=kind, operands=operands, name=name, value=value)

    def fail(self, token: Token, zh: str, en: str) -> NoReturn:
        raise FormulaError(
            f"第 {token.position} 个字符 `{shown(token.typed)}`：{zh}",
            f"Character {token.position}, `{shown(token.typed)}`: {en}",
            token.position,
        )
