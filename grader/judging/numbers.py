"""Read what students put into `answers`: numbers, small arrays, letters of options.

Nothing is evaluated, and lengths and exponents are capped before anything is parsed: `Fraction("1e10000000")`
would never end.
"""

import math
import re
import unicodedata
from fractions import Fraction

import numpy as np

from exercises.kit.base import Text, Value
from exercises.kit.choice import LETTERS
from grader.sandbox.job import Unreadable

MAX_LENGTH = 60
MAX_ENTRIES = 10_000
MAX_DEPTH = 8

_DECIMAL = re.compile(r"[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_FRACTION = re.compile(r"(?P<over>[+-]?\d{1,30})/(?P<under>\d{1,30})")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


class UnreadableAnswer(Exception):  # noqa: N818 - it says something of an answer; it is no error of ours
    """The answer is not what was asked for; `text` says what was expected and what was found."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)


def read_number(value: Value) -> float | int:
    """One number: an int, a float, an array of one entry, or text such as "2.50", "1e-3", "3/4", "1_000".

    Raises
    ------
    UnreadableAnswer
    """
    if isinstance(value, bool) or (isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind == "b"):
        raise UnreadableAnswer(f"应为一个数，你的是 {value}。", f"A number is expected; yours is {value}.")
    if isinstance(value, (int, float)):
        return _finite_integer(value)
    if isinstance(value, (np.ndarray, np.generic)):
        return _only_entry(np.asarray(value).ravel().tolist(), np.shape(value))
    if isinstance(value, (list, tuple)):
        return _only_entry(list(value), (len(value),))
    if isinstance(value, str):
        return _number_of(value)
    raise _not_a_number(value)


def read_array(value: Value) -> Value:
    """A number or nested lists of numbers, each read as `read_number` does.

    Raises
    ------
    UnreadableAnswer
    """
    counted = [0]

    def read(entry: Value, depth: int) -> Value:
        counted[0] += 1
        if depth > MAX_DEPTH or counted[0] > MAX_ENTRIES:
            raise UnreadableAnswer("答案太大了。", "The answer is too large.")
        if isinstance(entry, np.ndarray) and entry.ndim:
            if entry.size > MAX_ENTRIES:
                raise UnreadableAnswer("答案太大了。", "The answer is too large.")
            entry = entry.tolist()
        if isinstance(entry, (list, tuple)):
            return [read(inner, depth + 1) for inner in entry]
        return read_number(entry)

    array = read(value, 0)
    try:
        np.asarray(array, dtype=float)
    except (ValueError, OverflowError):
        raise UnreadableAnswer("答案各行的长度不一样。", "The rows of the answer differ in length.") from None
    return array


def read_letters(value: Value, options: int) -> frozenset[int]:
    """Chosen options as indices, from "a, c", "ac", ["a", "c"], in either case.

    Raises
    ------
    UnreadableAnswer
    """
    if isinstance(value, (list, tuple)):
        if len(value) > MAX_LENGTH or not all(isinstance(entry, str) for entry in value):
            raise _no_letters(value, options)
        value = " ".join(value)
    if not isinstance(value, str) or len(value) > 4 * MAX_LENGTH:
        raise _no_letters(value, options)
    plain = re.sub(r"[\s,;.、。()，；]+", "", unicodedata.normalize("NFKC", value)).lower()
    letters = LETTERS[:options]
    if not all(letter in letters for letter in plain):
        raise _no_letters(value, options)
    return frozenset(letters.index(letter) for letter in plain)


def _number_of(text: str) -> float | int:
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    if len(plain) > MAX_LENGTH:
        raise UnreadableAnswer(
            f"这个数有 {len(plain)} 个字符，最多 {MAX_LENGTH} 个。",
            f"The number has {len(plain)} characters; at most {MAX_LENGTH} are allowed.",
        )
    if _GROUPED.fullmatch(plain):
        joined = plain.replace(",", "")
        raise UnreadableAnswer(
            f"逗号有歧义：是 {joined} 吗？写数时不要用逗号。",
            f"The comma is ambiguous: do you mean {joined}? Write numbers without commas.",
        )
    fraction = _FRACTION.fullmatch(plain)
    if fraction and int(fraction["under"]):
        exact = Fraction(int(fraction["over"]), int(fraction["under"]))
        return int(exact) if exact.denominator == 1 else float(exact)
    if _DECIMAL.fullmatch(plain) and "__" not in plain:
        number = plain.replace("_", "")
        return int(number) if re.fullmatch(r"[+-]?\d+", number) else float(number)
    raise UnreadableAnswer(
        f"“{_shown(text)}”不是数。写成 12、2.5、1e-3 或 3/4 这样。",
        f'"{_shown(text)}" is no number. Write it like 12, 2.5, 1e-3 or 3/4.',
    )


def _only_entry(entries: list[Value], shape: tuple[int, ...]) -> float | int:
    if len(entries) != 1:
        raise UnreadableAnswer(
            f"应为一个数，你的形状是 {shape}。", f"One number is expected; yours has shape {shape}."
        )
    return read_number(entries[0])


def _finite_integer(value: float) -> float | int:
    # an int beyond float64 cannot be compared; it is wrong in any case
    if isinstance(value, int) and value.bit_length() > 1000:
        return math.inf
    return value


def _not_a_number(value: Value) -> UnreadableAnswer:
    name = value.type_name if isinstance(value, Unreadable) else type(value).__name__
    return UnreadableAnswer(
        f"应为一个数，你的类型是 {name}。", f"A number is expected; yours is of type {name}."
    )


def _no_letters(value: Value, options: int) -> UnreadableAnswer:
    last = LETTERS[options - 1]
    return UnreadableAnswer(
        f'应为 a 到 {last} 的字母，如 "a, c"；你的是 {_shown(value)}。',
        f'Letters from a to {last} are expected, such as "a, c"; yours is {_shown(value)}.',
    )


def _shown(value: Value) -> str:
    if isinstance(value, Unreadable):
        return value.type_name
    text = value if isinstance(value, str) else type(value).__name__
    return "".join(c if c.isprintable() else "?" for c in text[:MAX_LENGTH])
