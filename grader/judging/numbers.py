"""Read the numbers and small arrays that students put into `answers`.

Nothing is evaluated, and lengths and exponents are capped before anything is parsed: `Fraction("1e10000000")`
would never end.
"""

import math
import re
from fractions import Fraction

import numpy as np

from exercises.kit.base import Text, Value
from grader.sandbox.job import Unreadable

MAX_LENGTH = 60
MAX_ENTRIES = 10_000
MAX_DEPTH = 8

# One character for one, not NFKC, which makes 102 of 10² and 11/2 of 1½.
_PLAIN: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # full-width forms of ASCII
    **dict.fromkeys(map(ord, "−–—﹣"), "-"),
    0x3000: " ",
    ord("µ"): "μ",
}
_SUPERSCRIPTS = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")

_DIGITS = r"[0-9]+(?:_[0-9]+)*"
_UNSIGNED = rf"(?:{_DIGITS}(?:\.[0-9]*)?|\.[0-9]+)"
_INTEGER = re.compile(rf"[+-]?{_DIGITS}")
_DECIMAL = re.compile(rf"(?P<mantissa>[+-]?{_UNSIGNED})(?:[eE](?P<exponent>[+-]?[0-9]+))?")
_TIMES_TEN = re.compile(
    rf"(?:(?P<mantissa>[+-]?{_UNSIGNED})\s*[×xX*·]\s*|(?P<sign>[+-]?))10"
    r"(?:(?:\^|\*\*)\(?(?P<exponent>[+-]?[0-9]+)\)?|(?P<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+))"
)
_FRACTION = re.compile(rf"(?P<over>[+-]?{_UNSIGNED})\s*/\s*(?P<under>{_UNSIGNED})")
_INFINITE = re.compile(r"(?P<sign>[+-]?)(?:inf|infinity|∞)", re.IGNORECASE)
_COMMA = re.compile(r"[+-]?[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?")
_WITH_WORDS = re.compile(rf"[+-]?{_UNSIGNED}(?:[eE][+-]?[0-9]+)?\s*(?P<words>[^\W\d_][^\d]*)")


class UnreadableAnswer(Exception):  # noqa: N818 - it says something of an answer; it is no error of ours
    """The answer is not what was asked for; `text` says what was expected and what was found."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)


def read_number(value: Value, unit: str = "") -> float | int:
    """One number: an int, a float, an array of one entry, or text.

    Parameters
    ----------
    value : Value
        Text is a decimal ("2.50", "1e-3", "1_000", "2.5×10^-3"), a fraction ("-3/4"), "inf" or "nan",
        in ASCII or full-width characters. What is not finite is read, and for the comparison to judge.
    unit : str
        May stand behind a number that is text. With "%", "50%" is 50.

    Raises
    ------
    UnreadableAnswer
    """
    for _ in range(MAX_DEPTH):
        if isinstance(value, (np.ndarray, np.generic)):
            value = _only_entry(value.reshape(-1)[:1].tolist(), value.size, np.shape(value))
        elif isinstance(value, (list, tuple)):
            value = _only_entry(list(value[:1]), len(value), (len(value),))
        else:
            break
    if isinstance(value, bool):
        raise UnreadableAnswer(f"应为一个数，你的是 {value}。", f"A number is expected; yours is {value}.")
    if isinstance(value, int):
        # beyond float64 it cannot be compared; it is wrong in any case
        if value.bit_length() > 1000:
            return math.inf if value > 0 else -math.inf
        return value
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        return _number_of(value, unit)
    name = shown(value)
    raise UnreadableAnswer(
        f"应为一个数，你的类型是 {name}。", f"A number is expected; yours is of type {name}."
    )


def read_array(value: Value, unit: str = "") -> Value:
    """A number or nested lists of numbers, each read as `read_number` does.

    Raises
    ------
    UnreadableAnswer
        Which names the entry by its index.
    """
    counted = 0

    def read(entry: Value, index: tuple[int, ...]) -> Value:
        nonlocal counted
        counted += 1
        size = entry.size if isinstance(entry, np.ndarray) else 0
        if len(index) > MAX_DEPTH or counted > MAX_ENTRIES or size > MAX_ENTRIES:
            raise UnreadableAnswer(
                f"答案太大了：最多 {MAX_ENTRIES} 个数，嵌套最多 {MAX_DEPTH} 层。",
                f"The answer is too large: at most {MAX_ENTRIES} numbers, nested at most {MAX_DEPTH} deep.",
            )
        if isinstance(entry, np.ndarray) and entry.ndim:
            entry = entry.tolist()
        if isinstance(entry, (list, tuple)):
            return [read(inner, (*index, place)) for place, inner in enumerate(entry)]
        try:
            return read_number(entry, unit)
        except UnreadableAnswer as problem:
            if not index:
                raise
            at = str(list(index))
            raise UnreadableAnswer(
                f"第 {at} 项：{problem.text.zh}", f"Entry {at}: {problem.text.en}"
            ) from None

    array = read(value, ())
    try:
        np.asarray(array, dtype=float)
    except (ValueError, OverflowError):
        raise UnreadableAnswer(
            "答案各行的长度不一样：每一行要有同样多的数。",
            "The rows of the answer differ in length: give each row as many numbers.",
        ) from None
    return array


def significant_figures(value: Value) -> int | None:
    """How many significant figures a text such as "2.50" shows: 3. None for what is no decimal in text.

    Trailing zeros count ("100" has three), leading ones do not ("0.050" has two), and zero has those
    behind the point, but at least one.
    """
    if not isinstance(value, str) or len(value) > MAX_LENGTH:
        return None
    plain = value.translate(_PLAIN).strip()
    match = _DECIMAL.fullmatch(plain) or _TIMES_TEN.fullmatch(plain)
    if match is None or match["mantissa"] is None:
        return None
    whole, _, behind = match["mantissa"].lstrip("+-").replace("_", "").partition(".")
    return len((whole + behind).lstrip("0")) or max(1, len(behind))


def shown(value: Value) -> str:
    """A student's answer as a message quotes it: text cut short and printable, a number, else its type."""
    if isinstance(value, Unreadable):
        return value.type_name
    if isinstance(value, float) or (isinstance(value, int) and value.bit_length() < 64):
        return str(value)
    if isinstance(value, (set, frozenset)):
        value = "{" + ", ".join(sorted(map(str, value))) + "}"
    text = value if isinstance(value, str) else type(value).__name__
    cut = text[:MAX_LENGTH] + ("…" if len(text) > MAX_LENGTH else "")
    return "".join(c if c.isprintable() else "?" for c in cut)


def _only_entry(entries: list[Value], size: int, shape: tuple[int, ...]) -> Value:
    if size != 1:
        raise UnreadableAnswer(
            f"应为一个数，你的形状是 {shape}。", f"One number is expected; yours has shape {shape}."
        )
    return entries[0]


def _number_of(text: str, unit: str) -> float | int:
    if len(text) > MAX_LENGTH:
        raise UnreadableAnswer(
            f"这个数有 {len(text)} 个字符，最多 {MAX_LENGTH} 个。",
            f"The number has {len(text)} characters; at most {MAX_LENGTH} are allowed.",
        )
    plain = text.translate(_PLAIN).strip()
    plain_unit = unit.translate(_PLAIN).strip()
    if plain_unit:
        plain = plain.removesuffix(plain_unit).rstrip()
    if infinite := _INFINITE.fullmatch(plain):
        return -math.inf if infinite["sign"] == "-" else math.inf
    if plain.lower() == "nan":
        return math.nan
    if _INTEGER.fullmatch(plain):
        return int(plain)
    if decimal := _DECIMAL.fullmatch(plain) or _TIMES_TEN.fullmatch(plain):
        return _decimal(decimal, text)
    if fraction := _FRACTION.fullmatch(plain):
        return _fraction(fraction, text)
    raise _no_number(text, plain, unit)


def _decimal(match: re.Match[str], text: str) -> float:
    parts = match.groupdict()
    exponent = parts["exponent"] or (parts.get("raised") or "0").translate(_SUPERSCRIPTS)
    mantissa = (parts["mantissa"] or f"{parts['sign']}1").replace("_", "")
    value = float(f"{mantissa}e{exponent}")
    if math.isinf(value):
        raise UnreadableAnswer(
            f"“{shown(text)}”太大或太长了：指数绝对值不要超过 300。",
            f'"{shown(text)}" is too large or too long: keep exponents within 300.',
        )
    return value


def _fraction(match: re.Match[str], text: str) -> float | int:
    # at most MAX_LENGTH characters and no exponents: the exact fraction is small
    over, under = (Fraction(match[part].replace("_", "")) for part in ("over", "under"))
    if under == 0:
        raise UnreadableAnswer(
            f"“{shown(text)}”的分母是 0：请检查。", f'"{shown(text)}" divides by 0: check the denominator.'
        )
    exact = over / under
    return int(exact) if exact.denominator == 1 else float(exact)


def _no_number(text: str, plain: str, unit: str) -> UnreadableAnswer:
    """Say what to write instead of a text that is no number."""
    quoted = shown(text)
    if not plain:
        return UnreadableAnswer("答案是空的：请写一个数。", "The answer is empty: write a number.")
    if plain.endswith("%"):
        return UnreadableAnswer(
            f"“{quoted}”：不要用百分号，把 50% 写成 0.5。", f'"{quoted}": no percent sign, write 50% as 0.5.'
        )
    if _COMMA.fullmatch(plain):
        meant = [plain.replace(",", "")] + ([plain.replace(",", ".")] if plain.count(",") == 1 else [])
        if len(meant) == 2 and "." in plain:
            meant.pop()
        zh, en = " 还是 ".join(meant), " or ".join(meant)
        return UnreadableAnswer(
            f"“{quoted}”里的逗号有歧义：是 {zh}？写数时不要用逗号。",
            f'The comma in "{quoted}" is ambiguous: do you mean {en}? Write numbers without commas.',
        )
    if plain[0] == "[":
        return UnreadableAnswer(
            f"“{quoted}”是文本：数组写成列表，不加引号。", f'"{quoted}" is text: write a list without quotes.'
        )
    if words := _WITH_WORDS.fullmatch(plain):
        zh, en = (f"，单位只能是 {unit}", f", or with the unit {unit}") if unit else ("", "")
        return UnreadableAnswer(
            f"“{quoted}”里数后面有“{words['words']}”：请只写数{zh}。",
            f'"{quoted}" has "{words["words"]}" behind the number: write the number alone{en}.',
        )
    return UnreadableAnswer(
        f"“{quoted}”不是数。写成 12、2.5、1e-3 或 3/4 这样，先算出结果，数字之间不留空格。",
        f'"{quoted}" is no number. Write the result like 12, 2.5, 1e-3 or 3/4, without spaces inside.',
    )
