"""Which real id is meant by one that is nobody's: zeros lost in a spreadsheet, an id inside a file's name."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from grader.submissions.ids import student_key

_SHORTEST: Final = 4
"""Characters of an id that is looked for inside another text: shorter ones stand in many by chance."""


class NearId(NamedTuple):
    """A real id, and why it may be meant."""

    id: str
    why: Literal["zeros", "inside"]


class NearIds:
    """The ids of a class, in which others are looked for.

    Parameters
    ----------
    ids : iterable of str
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = {student_key(one): one for one in ids}
        self._without_zeros: dict[str, str] = {}
        for key in self._ids:
            bare = key.lstrip("0")
            # two ids that differ in zeros alone: neither is the one that was meant
            self._without_zeros[bare] = "" if bare in self._without_zeros else key
        self._lengths = {len(key) for key in self._ids if len(key) >= _SHORTEST}

    def of(self, spelt: str) -> NearId | None:
        """The id that differs in leading zeros alone, or else the only one that stands inside the text."""
        key = student_key(spelt)
        same = self._without_zeros.get(key.lstrip("0"), "") if key.strip("0") else ""
        if same:
            return NearId(self._ids[same], "zeros")
        inside = {
            piece
            for length in self._lengths
            for start in range(len(key) - length + 1)
            if (piece := key[start : start + length]) in self._ids
        }
        return NearId(self._ids[inside.pop()], "inside") if len(inside) == 1 else None
