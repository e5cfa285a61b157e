"""Answers under an id that no question has: nothing judges them, so somebody must say so."""

import difflib
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

from exercises.kit.base import Frozen, Value
from grader.judging.answers import is_empty
from grader.submissions.problems import displayed

MOST_SHOWN: Final = 10
_COMPARED: Final = 200
"""Characters of an id that are compared with the real ones: a longer one resembles none of them."""
_CLOSE: Final = 0.6


class UnknownAnswer(Frozen):
    """One entry of `answers` that is not judged."""

    id: str
    """As the student spelt it, cut, and with unsafe characters replaced."""
    nearest: str = ""
    """The question's id that it resembles most; "" where it resembles none."""


class UnknownAnswers(Frozen):
    """All of one submission."""

    shown: tuple[UnknownAnswer, ...] = ()
    """The first few."""
    count: int = 0


def unknown_answers(answers: Mapping[str, Value], known: Collection[str]) -> UnknownAnswers:
    """Find the entries under ids that are not known, apart from those left empty.

    Parameters
    ----------
    answers : mapping of str to Value
        The student's variable `answers`.
    known : collection of str
        Ids of every question, of whatever kind.
    """
    ids = [id_ for id_, value in answers.items() if id_ not in known and not _holds_nothing(value)]
    shown = tuple(
        UnknownAnswer(id=displayed(id_[:1000]), nearest=_nearest(id_, known)) for id_ in ids[:MOST_SHOWN]
    )
    return UnknownAnswers(shown=shown, count=len(ids))


def _nearest(id_: str, known: Collection[str]) -> str:
    spelt = {_folded(one): one for one in known}
    wanted = _folded(id_[:_COMPARED])
    same_name = [one for fold, one in spelt.items() if fold.split("/")[-1] == wanted.split("/")[-1]]
    if len(same_name) == 1:
        return same_name[0]
    close = difflib.get_close_matches(wanted, spelt, n=1, cutoff=_CLOSE)
    return spelt[close[0]] if close else ""


def _folded(id_: str) -> str:
    r"""Without what is easily mistyped: case, width, spaces, `-` for `_` and `\\` for `/`."""
    plain = unicodedata.normalize("NFKC", id_).casefold()
    return "".join(plain.replace("-", "_").replace("\\", "/").split())


def _holds_nothing(value: Value) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return all(map(is_empty, value))
    return is_empty(value)
