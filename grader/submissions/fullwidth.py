"""Characters that a Chinese input method types where Python wants its own, and what to type instead."""

import unicodedata
from typing import Final

from exercises.kit.base import Text
from grader.submissions.problems import sentence

_INSTEAD: Final = {
    **dict.fromkeys("“”„‟〝〞＂«»″「」『』", '"'),
    **dict.fromkeys("‘’‚‛＇′｀`´", "'"),
    **dict.fromkeys("。．｡", "."),
    **dict.fromkeys("、，﹐､", ","),
    **dict.fromkeys("【〔〖［", "["),
    **dict.fromkeys("】〕〗］", "]"),
    **dict.fromkeys("《〈＜", "<"),
    **dict.fromkeys("》〉＞", ">"),
    **dict.fromkeys("–—―‐‑‒−－─", "-"),
    **dict.fromkeys("×∗·⋅✕", "*"),
    "÷": "/",
    "≤": "<=",
    "⩽": "<=",
    "≥": ">=",
    "⩾": ">=",
    "≠": "!=",
    "→": "->",
    "…": "...",
    "～": "~",
    "²": "**2",
    "³": "**3",
    "∧": "and",
    "∨": "or",
}
_SPACES: Final = frozenset(
    "\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
QUOTES: Final = frozenset("“”„‟〝〞＂‘’‚‛＇")


def instead_of(character: str) -> str | None:
    """What Python wants in the place of `character`; "" for an invisible one to delete, None if unknown."""
    if character in _INSTEAD:
        return _INSTEAD[character]
    if character in _SPACES:
        return " "
    if unicodedata.category(character) in {"Cf", "Cc", "Cn"}:
        return ""
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain != character and plain.isascii() and plain.strip() else None


def about_character(character: str) -> Text:
    """Say what a character is by its Unicode name, and what to type instead."""
    facts = {
        "character": character,
        "code": ord(character),
        "name": unicodedata.name(character, "unnamed"),
        "instead": instead_of(character),
    }
    if facts["instead"] is None:
        return sentence(
            "这里有 Python 不认识的字符“{character}”（U+{code:04X} {name}）。只有字符串和注释里才能用它。",
            "Python does not know the character “{character}” (U+{code:04X} {name}) here. "
            "It may stand in strings and comments only.",
            **facts,
        )
    if facts["instead"] == "":
        return sentence(
            "这里有一个看不见的字符 U+{code:04X}（{name}），请删去它。",
            "There is an invisible character U+{code:04X} ({name}) here; delete it.",
            **facts,
        )
    if facts["instead"] == " ":
        return sentence(
            "这里的空格不是普通空格，而是 U+{code:04X}（{name}），请换成普通空格。",
            "The space here is no ordinary one but U+{code:04X} ({name}); type an ordinary space instead.",
            **facts,
        )
    return sentence(
        "“{character}”是全角或中文字符（U+{code:04X} {name}），请换成英文输入法下的 {instead} 。",
        "“{character}” is a full-width or typographic character (U+{code:04X} {name}); "
        "type {instead} instead.",
        **facts,
    )
