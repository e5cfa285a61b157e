"""Read letters of options: those that are chosen, or their order."""

import re

import numpy as np

from exercises.kit.base import Value
from exercises.kit.choice import LETTERS
from grader.judging.numbers import UnreadableAnswer, shown

MAX_LENGTH = 300

_PLAIN: dict[int, int | str] = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: " "}
_BETWEEN = re.compile(r"\band\b|[\s,;.、。，；:/&|+和与及()\[\]{}'\"“”]+")
_ARROW = re.compile(r"-+>|=>|→|⇒|>")


def read_letters(value: Value, options: int) -> frozenset[int]:
    """Chosen options as indices, from "a, c", "ac", ["a", "c"], in either case; twice is once.

    Raises
    ------
    UnreadableAnswer
        Also where there is no letter at all.
    """
    return frozenset(_indices(value, options, 'letters, such as "a, c"', '选项的字母，如 "a, c"'))


def read_order(value: Value, items: int) -> tuple[int, ...]:
    """All items in the student's order as indices, from "b a c", "bac", "b > a > c", ["b", "a", "c"].

    Raises
    ------
    UnreadableAnswer
        Also where a letter comes twice (the common subsequence of "abcabcabc" with anything is long),
        or is left out.
    """
    if isinstance(value, (set, frozenset)):
        raise UnreadableAnswer(
            '集合没有顺序：请写成列表，如 ["b", "a", "c"]。',
            'A set has no order: write a list, such as ["b", "a", "c"].',
        )
    found = _indices(
        value, items, 'an order of letters, such as "b a c"', '字母的顺序，如 "b a c"', arrows=True
    )
    twice = sorted({index for index in found if found.count(index) > 1})
    if twice:
        names = ", ".join(LETTERS[index] for index in twice)
        raise UnreadableAnswer(
            f"{names} 出现了不止一次：每项只写一次。",
            f"{names} {'comes' if len(twice) == 1 else 'come'} twice: write each item once.",
        )
    missing = [LETTERS[index] for index in range(items) if index not in found]
    if missing:
        names = ", ".join(missing)
        raise UnreadableAnswer(
            f"还缺 {names}：请写出全部 {items} 项。",
            f"{names} {'is' if len(missing) == 1 else 'are'} missing: write all {items} items.",
        )
    return tuple(found)


def _indices(value: Value, count: int, en: str, zh: str, *, arrows: bool = False) -> list[int]:
    """The letters in order; `en` and `zh` say what is expected."""
    if not 1 <= count <= len(LETTERS):
        raise ValueError(f"letters name 1 to {len(LETTERS)} options, not {count}")
    last = LETTERS[count - 1]

    def refused(zh_why: str, en_why: str) -> UnreadableAnswer:
        return UnreadableAnswer(
            f"应为 a 到 {last} 中{zh}；你的是“{shown(value)}”。{zh_why}",
            f'Expected from a to {last}: {en}; yours is "{shown(value)}".{en_why}',
        )

    plain = _joined(value)
    if plain is None:
        if isinstance(value, (int, float)):
            raise refused("写字母，不写序号。", " Write the letter, not a number.")
        if isinstance(value, (list, tuple)):
            raise refused("列表里只写字母。", " Put nothing but letters into a list.")
        raise refused("", "")
    plain = plain.translate(_PLAIN).lower()
    plain = _BETWEEN.sub("", _ARROW.sub(" ", plain) if arrows else plain)
    for letter in plain:
        if letter not in LETTERS[:count]:
            if letter.isdigit():
                raise refused("写字母，不写序号。", " Write the letter, not a number.")
            raise refused(f"没有选项 {shown(letter)}。", f" There is no option {shown(letter)}.")
    if not plain:
        raise refused("里面没有字母。", " There is no letter in it: write one.")
    return [LETTERS.index(letter) for letter in plain]


def _joined(value: Value) -> str | None:
    """Text, or a list of texts as one; None for anything else, or what is far too long."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "U" and value.size <= MAX_LENGTH:
        value = value.reshape(-1).tolist()
    if isinstance(value, (set, frozenset)):
        value = list(value)
    if isinstance(value, (list, tuple)) and len(value) <= MAX_LENGTH:
        value = " ".join(value) if all(isinstance(entry, str) for entry in value) else None
    return value if isinstance(value, str) and len(value) <= MAX_LENGTH else None
