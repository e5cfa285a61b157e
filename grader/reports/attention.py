"""What a TA should know of a class before its scores are used: one sentence each, with the students' ids."""

from collections.abc import Callable, Iterator, Sequence

from exercises.kit.base import Language, Text
from grader.batch.result import ClassResult, SubmissionResult
from grader.reports.answers_words import not_told
from grader.submissions.problems import listed

_MOST_IDS = 8


def attention(result: ClassResult, language: Language) -> tuple[str, ...]:
    """Everything that a class's tables alone do not show, in plain text."""
    return tuple(text.in_language(language) for make in _REMARKS for text in make(result.results))


def _lost_answers(results: Sequence[SubmissionResult]) -> Iterator[Text]:
    some = [one for one in results if one.unknown_answers.count]
    if some:
        count = sum(one.unknown_answers.count for one in some)
        zh, en = f"题号不存在的答案有 {count} 个，没有评。", f"{count} answers under ids that no question has"
        yield Text(
            zh=f"{zh}学生：{_ids(some)}。各人的页面说明了相近的题号。",
            en=f"{en} were not judged, of {_students(some)}. Their pages name the ids that come close.",
        )
    unread = [one for one in results if one.answers_fault and not_told(one.answers_fault, one.cells)]
    if unread:
        yield Text(
            zh=f"变量 answers 读不出来或不是字典，其中的答案都没有评：{_ids(unread)}。",
            en=f"The variable answers is no dict or cannot be read, and nothing in it was judged: "
            f"{_students(unread)}.",
        )


_Remarks = Callable[[Sequence[SubmissionResult]], Iterator[Text]]
_REMARKS: tuple[_Remarks, ...] = (_lost_answers,)


def _ids(some: Sequence[SubmissionResult]) -> str:
    return listed([one.student for one in some], _MOST_IDS)


def _students(some: Sequence[SubmissionResult]) -> str:
    return f"{len(some)} student{'s' * (len(some) != 1)} ({_ids(some)})"
