"""Cut a formula's text into numbers, names, operators and brackets, forgiving in how they are typed."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from exercises.kit.formula_tree import MAX_LENGTH, FormulaError

MAX_DIGITS = 40
MAX_EXPONENT = 300
MAX_NAME = 60

TokenKind = Literal[
    "number", "superscript", "name", "transpose", "power", "operator", "open", "close", "comma"
]


class Token(NamedTuple):
    """A piece of the text. `text` is as it is understood, `typed` as it stands there."""

    kind: TokenKind
    text: str
    typed: str
    position: int
    """Of its first character, counted from 1."""


# One character for one, so that positions stay those of what was typed; and NFKC would turn x² into x2.
_PLAIN: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # full-width forms of ASCII
    **{0x2080 + digit: str(digit) for digit in range(10)},  # subscripts: h₁ is h1
    **dict.fromkeys(map(ord, "·×⊙∘•∗⋅⨀⊛"), "*"),
    **dict.fromkeys(map(ord, "−–—﹣"), "-"),
    **dict.fromkeys(map(ord, "÷∕"), "/"),
    **dict.fromkeys(map(ord, "′’ʹ＇"), "'"),
    **{ord("⊤"): "ᵀ", ord("µ"): "μ", ord("ϕ"): "φ", ord("ϵ"): "ε", ord("、"): ","},
}
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+(?:_[0-9]+)*(?:\.(?!T\b)[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<superscript>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<transpose>\.T\b|ᵀ)"
    r"|(?:(?:np|numpy|math|torch)\.(?!T\b))?(?P<name>[A-Za-zΑ-ΡΤ-Ωα-ω_][A-Za-zΑ-ΡΤ-Ωα-ω0-9_]*'*)"
    r"|(?P<power>\*\*|\^)"
    r"|(?P<operator>[-+*/@])"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<comma>,)"
)
_REMARKS = {
    "=": ("只写等号右边的部分。", "Write only what stands to the right of the equals sign."),
    "\\": ("这里不用 LaTeX：写 tanh(c)、a/b。", "This is not LaTeX: write tanh(c), a/b."),
    "|": ("绝对值写成 abs(x)。", "Write an absolute value as abs(x)."),
    "√": ("根号写成 sqrt(x)。", "Write a root as sqrt(x)."),
    "{": ("分组用圆括号 ( )。", "Use round brackets ( ) to group."),
    "}": ("分组用圆括号 ( )。", "Use round brackets ( ) to group."),
    "<": ("公式里没有比较：可用 sign、relu、max。", "There are no comparisons: use sign, relu or max."),
    ">": ("公式里没有比较：可用 sign、relu、max。", "There are no comparisons: use sign, relu or max."),
    "∑": ("求和写成 sum(x)。", "Write a sum as sum(x)."),
    "Σ": ("求和写成 sum(x)。", "Write a sum as sum(x)."),
    "⊗": ("外积写成 outer(a, b)。", "Write an outer product as outer(a, b)."),
    "%": ("写小数，例如 0.5。", "Write a decimal, such as 0.5."),
}
_ALLOWED = (
    "可以用的有：符号、数、函数、+ - * / @ ^ 和括号。",
    "Symbols, numbers, functions, + - * / @ ^ and brackets may be used.",
)


def shown(text: str) -> str:
    """A piece of a student's text as a message quotes it: short, and printable."""
    short = text if len(text) <= 20 else text[:20] + "…"
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in short)


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a formula, from left to right.

    Raises
    ------
    FormulaError
        Where the text is too long, or has a character or a number that no formula has.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            f"公式有 {len(text)} 个字符，最多 {MAX_LENGTH} 个。请化简。",
            f"The formula has {len(text)} characters; at most {MAX_LENGTH} are allowed. Simplify it.",
        )
    plain = text.translate(_PLAIN)
    at = 0
    while at < len(plain):
        if plain[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(plain, at)
        if match is None:
            raise _no_part(text[at], plain[at], at + 1)
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        found, position = match[kind], match.start(kind) + 1
        token = Token(kind, found.translate(_SUPERSCRIPTS), text[match.start(kind) : match.end()], position)
        if kind in ("number", "superscript"):
            _check_number(token)
        elif len(found) > MAX_NAME:
            raise FormulaError(
                f"第 {position} 个字符起的名字有 {len(found)} 个字符，最多 {MAX_NAME} 个：漏写了乘号 *？",
                f"The name at character {position} has {len(found)} characters, at most {MAX_NAME} are "
                "allowed: are multiplication signs * missing?",
                position,
            )
        yield token
        at = match.end()


def _no_part(typed: str, plain: str, position: int) -> FormulaError:
    zh, en = _REMARKS.get(typed) or _REMARKS.get(plain) or _ALLOWED
    return FormulaError(
        f"第 {position} 个字符 `{shown(typed)}` 不能出现在公式里。{zh}",
        f"Character {position}, `{shown(typed)}`, cannot stand in a formula. {en}",
        position,
    )


def _check_number(token: Token) -> None:
    mantissa, _, exponent = token.text.lower().partition("e")
    digits = exponent.lstrip("+-0")
    # lengths first: int() of a long text is slow, or refused
    if len(mantissa) > MAX_DIGITS or len(digits) > 3 or int(digits or 0) > MAX_EXPONENT:
        raise FormulaError(
            f"第 {token.position} 个字符起的数 `{shown(token.typed)}` 太长或太大："
            f"最多 {MAX_DIGITS} 位，指数不超过 {MAX_EXPONENT}。",
            f"The number `{shown(token.typed)}` at character {token.position} is too long or too large: "
            f"at most {MAX_DIGITS} digits and an exponent of at most {MAX_EXPONENT}.",
            token.position,
        )
