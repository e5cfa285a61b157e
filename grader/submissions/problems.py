"""Sentences about what was handed in: made in both languages from the same facts."""

import unicodedata
from typing import Final

from exercises.kit.base import Text

SHOWN_NAME: Final = 80
"""Characters of a file name that a sentence shows."""

HAND_IN: Final = Text(
    zh="请提交 .py 文件、.ipynb 笔记本，或由它们组成的文件夹或 .zip。",
    en="Hand in a .py file, an .ipynb notebook, or a folder or .zip of these.",
)


class SubmissionError(Exception):
    """What was handed in cannot be used; `problem` is the sentence that says why."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem
        self.data = b""
        """Bytes that were handed in, where they were read before they were refused."""


def sentence(zh: str, en: str, **facts: object) -> Text:
    """Fill the same facts into both languages' templates (`str.format`)."""
    return Text(zh=zh.format(**facts), en=en.format(**facts))


def refusal(zh: str, en: str, **facts: object) -> SubmissionError:
    """The error that carries `sentence(zh, en, **facts)`."""
    return SubmissionError(sentence(zh, en, **facts))


def joined(*texts: Text) -> Text:
    """One text after another."""
    return Text(zh="".join(text.zh for text in texts), en=" ".join(text.en for text in texts))


def is_unsafe(character: str) -> bool:
    """Whether a character can break a line or a display: controls, bidi and zero-width marks, surrogates."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def displayed(name: str) -> str:
    """A file name fit for a sentence: unsafe characters become U+FFFD, a long one loses its middle."""
    clean = "".join("\N{REPLACEMENT CHARACTER}" if is_unsafe(c) else c for c in name)
    if len(clean) > SHOWN_NAME:
        clean = f"{clean[: SHOWN_NAME - 21]}…{clean[-20:]}"
    return clean


def listed(names: list[str], at_most: int = 5) -> str:
    """The first few names, and an ellipsis if there are more."""
    shown = ", ".join(displayed(name) for name in names[:at_most])
    return shown + (", …" if len(names) > at_most else "")
