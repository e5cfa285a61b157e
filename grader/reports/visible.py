"""Making text of students harmless to read: what cannot be seen, or moves what can, is shown by name."""

from typing import Final

from grader.submissions.problems import is_unsafe

SHOWN_TEXT: Final = 2000
"""Characters of printed text or of a message that a page shows."""

_KEPT: Final = frozenset("\n\t")


def visible(text: str) -> str:
    """Show controls, bidirectional and other invisible marks as `⟨U+202E⟩`; keep lines and tabs."""
    if text.isprintable():  # then it has nothing to show: nearly all text
        return text
    return "".join(character if character in _KEPT else _shown(character) for character in text)


def on_one_line(text: str) -> str:
    """As `visible`, lines and tabs too: for names, cells of tables and code inside a sentence."""
    return text if text.isprintable() else "".join(map(_shown, text))


def capped(text: str, at_most: int = SHOWN_TEXT) -> str:
    """The beginning of a long text, and how much was left out."""
    if len(text) <= at_most:
        return text
    return f"{text[:at_most]} … (+{len(text) - at_most})"


def _shown(character: str) -> str:
    if not is_unsafe(character):
        return character
    return f"⟨U+{ord(character):04X}⟩"
