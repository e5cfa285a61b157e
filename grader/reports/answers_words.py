"""Sentences about the variable `answers` as a whole: entries that nothing judges, and why it has none."""

from collections.abc import Sequence

from exercises.kit.base import Language, Text
from grader.judging.unknown import UnknownAnswer, UnknownAnswers
from grader.reports.markdown import plain_sentence, quoted
from grader.sandbox.job import CellRun, Fault, FaultKind

_UNKNOWN = Text(
    zh="`answers` 里有 {id}，但没有题目是这个题号，所以没有评它。",
    en="`answers` has an entry {id}, but no question has that id, so it was not judged.",
)
_NEAREST = Text(zh="是不是想写 {nearest}？", en=" Did you mean {nearest}?")
_COPY = Text(zh="请从题目里照抄题号。", en=" Copy the id from the question.")
_MORE = Text(
    zh="另有 {count} 个题号不存在的答案。", en="{count} more entries are under ids that no question has."
)
_NOT_A_DICT = Text(
    zh="变量 `answers` 应是字典，你的不是，所以其中的答案都没有评。"
    "请写成 `answers[题号] = 答案`，不要再给 `answers` 另赋别的值。",
    en="The variable `answers` should be a dict and yours is not, so no answer in it was judged. "
    "Write `answers[id] = answer`, and never give `answers` another value.",
)
_UNREADABLE = Text(
    zh="变量 `answers` 没有读出来，其中的答案都没有评。只放数、文字、列表和数组，不要放太大的东西。",
    en="The variable `answers` could not be read, so no answer in it was judged. "
    "Keep to numbers, text, lists and arrays, and nothing huge.",
)


def answers_markdown(
    unknown: UnknownAnswers, fault: Fault | None, cells: Sequence[CellRun], language: Language
) -> tuple[str, ...]:
    """Say to the student which answers were not judged, in inline Markdown, a sentence each.

    Parameters
    ----------
    unknown : UnknownAnswers
    fault : Fault or None
        Why nothing of `answers` could be read.
    cells : sequence of CellRun
    """
    told = [_of_entry(one, language) for one in unknown.shown]
    more = unknown.count - len(unknown.shown)
    if more:
        told.append(_MORE.in_language(language).format(count=more))
    if fault is not None and not_told(fault, cells):
        no_dict = fault.kind is FaultKind.NO_RESULT and fault.name == "answers"
        told.append((_NOT_A_DICT if no_dict else _UNREADABLE).in_language(language))
    return tuple(told)


def not_told(fault: Fault, cells: Sequence[CellRun]) -> bool:
    """Whether this is news: what stopped a cell stopped `answers` too, and is told of the cell."""
    return fault.kind not in {cell.fault.kind for cell in cells if cell.fault is not None}


def explain_answers(
    unknown: UnknownAnswers, fault: Fault | None, cells: Sequence[CellRun], language: Language
) -> tuple[str, ...]:
    """As `answers_markdown`, in plain text."""
    return tuple(map(plain_sentence, answers_markdown(unknown, fault, cells, language)))


def _of_entry(one: UnknownAnswer, language: Language) -> str:
    advice = _NEAREST if one.nearest else _COPY
    told = _UNKNOWN.in_language(language) + advice.in_language(language)
    return told.format(id=quoted(one.id, 80), nearest=quoted(one.nearest, 80))
