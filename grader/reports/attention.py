"""What a TA should know of a class before its scores are used: one sentence each, with the students' ids."""

from collections.abc import Callable, Iterator, Sequence

from exercises.kit.base import Language, Text
from grader.batch.near_ids import NearIds
from grader.batch.result import ClassResult, SubmissionResult
from grader.judging.result import FindingKind, QuestionResult
from grader.reports.answers_words import not_told
from grader.reports.labels import FAULTS, points_text
from grader.reports.visible import on_one_line
from grader.sandbox.job import FaultKind
from grader.submissions.problems import displayed, listed, sentence

_MOST_IDS = 8


def attention(result: ClassResult, language: Language) -> tuple[str, ...]:
    """Everything that a class's tables alone do not show, in plain text."""
    told = [text for make in _REMARKS for text in make(result.results)]
    if result.idle_marks:
        these = listed([f"{student} {question}" for student, question in result.idle_marks], _MOST_IDS)
        told.append(
            sentence(
                "有 {count} 个助教给的分现在不起作用：学生不在班里，或没有这道题（{these}）。它们仍然留着。",
                "Marks of TAs that count for nothing now, as the student is not in the class or has no such "
                "question: {count} ({these}). They are kept.",
                count=len(result.idle_marks),
                these=these,
            )
        )
    return tuple(text.in_language(language) for text in told)


def _lost_answers(results: Sequence[SubmissionResult]) -> Iterator[Text]:
    some = [one for one in results if one.unknown_answers.count]
    if some:
        count = sum(one.unknown_answers.count for one in some)
        yield Text(
            zh=f"有 {count} 个答案写在不存在的题号下，没有评（{_ids(some)}）。各人的页面说明了相近的题号。",
            en=f"Answers under ids that no question has were not judged: {count} of {_students(some)}. "
            "Their pages name the ids that come close.",
        )
    steps = [one for one in results if any(map(_has_unknown_step, one.questions))]
    if steps:
        yield Text(
            zh=f"有答案写在不存在的步骤名下，没有评（{_ids(steps)}）。",
            en=f"Answers under names that no step of the question has were not judged: {_students(steps)}.",
        )
    unread = [one for one in results if one.answers_fault and not_told(one.answers_fault, one.cells)]
    if unread:
        yield Text(
            zh=f"变量 answers 读不出来或不是字典，其中的答案都没有评：{len(unread)} 人（{_ids(unread)}）。",
            en=f"The variable answers is no dict or cannot be read, and nothing in it was judged: "
            f"{_students(unread)}.",
        )


def _not_loaded(results: Sequence[SubmissionResult]) -> Iterator[Text]:
    for state, words in _STOPPED.items():
        some = [one for one in results if one.loaded == state]
        if some:
            shown = [(one.student, _cause(one)) for one in some]
            zh = listed([f"{student}: {cause.zh}" for student, cause in shown], _MOST_IDS)
            en = listed([f"{student}: {cause.en}" for student, cause in shown], _MOST_IDS)
            plural = "s" if len(some) != 1 else ""
            yield Text(
                zh=words.zh.format(count=len(some), these=zh) + _ALL.zh,
                en=words.en.format(count=len(some), these=en, s=plural) + _ALL.en,
            )


def _has_unknown_step(question: QuestionResult) -> bool:
    return any(finding.kind is FindingKind.UNKNOWN_STEP for finding in question.findings)


_ALL = Text(zh="全部见 scores.csv 的 remarks 一列。", en=" All are in the column remarks of scores.csv.")
_STOPPED = {
    "not at all": Text(
        zh="有 {count} 个学生的代码没有加载，没有可判的（{these}）。",
        en="The code of {count} student{s} did not load, and nothing of it could be judged ({these}).",
    ),
    "in part": Text(
        zh="有 {count} 个学生的代码在加载时停住，后面的没有运行（{these}）。",
        en="The code of {count} student{s} stopped while it was loaded, "
        "and what follows was not run ({these}).",
    ),
}


def _cause(one: SubmissionResult) -> Text:
    fault = next(cell.fault for cell in one.cells if cell.fault is not None)
    if fault.kind is FaultKind.ERROR and fault.exception:
        return Text(zh=on_one_line(fault.exception), en=on_one_line(fault.exception))
    return FAULTS[fault.kind]


def changed_marks(results: Sequence[SubmissionResult]) -> Iterator[Text]:
    """Marks given when the question gave other points than now, or more than it gives now."""
    changed = [
        (one.student, question, question.mark)
        for one in results
        for question in one.questions
        if question.mark is not None and not question.mark.is_of(question.max_score)
    ]
    if not changed:
        return
    shown = [
        f"{student} {question.question} {points_text(mark.points)}"
        f"{'' if mark.out_of is None else '/' + points_text(mark.out_of)} → {points_text(question.max_score)}"
        for student, question, mark in changed
    ]
    count, these = len(changed), listed(shown, _MOST_IDS)
    yield Text(
        zh=f"有 {count} 个助教给的分是按另外的满分给的，没有按比例改动，超出现在满分的部分不算："
        f"{these}。请用 kaodian mark 重新记入。",
        en=f"{count} mark{'s were' if count > 1 else ' was'} given when the question gave other points. "
        f"Marks are not rescaled, and count up to the new maximum only: {these}. "
        "Enter them again with kaodian mark.",
    )


def answered_anew(results: Sequence[SubmissionResult]) -> Iterator[Text]:
    """Marks of a submission in the place of which another has been handed in since."""
    stale = [
        f"{one.student} {question.question}"
        for one in results
        for question in one.questions
        if question.mark is not None and question.mark.sha256 not in (None, one.sha256)
    ]
    if stale:
        count, these = len(stale), listed(stale, _MOST_IDS)
        yield Text(
            zh=f"有 {count} 个助教给的分是给以前的提交的，之后又重新交过：{these}。"
            "分数仍然算；请再看一遍，用 kaodian mark 重新记入。",
            en=f"{count} mark{'s were' if count > 1 else ' was'} given to a submission that has been handed "
            f"in anew since: {these}. They still count; look again, and enter them again with kaodian mark.",
        )


def _strangers(results: Sequence[SubmissionResult]) -> Iterator[Text]:
    strangers = [one for one in results if one.status == "not in roster"]
    if not strangers:
        return
    # whoever handed something in is not the one who was meant
    near = NearIds(one.student for one in results if one.status == "nothing handed in")
    meant = [(one, found) for one in strangers if (found := near.of(one.student)) is not None]
    count = len(strangers)
    zh = f"有 {count} 份提交不在名单里，没有评分。"
    en = f"{count} submission{'s are' if count > 1 else ' is'} not in the roster and not graded."
    for why, words in _MEANT.items():
        some = [(one, found) for one, found in meant if found.why == why]
        if some:
            facts = {"count": len(some), "file": displayed(some[0][0].source_name), "id": some[0][1].id}
            zh += words.zh.format(**facts)
            en += " " + words.en.format(**facts)
    yield Text(zh=zh, en=en)


_MEANT = {
    "zeros": Text(
        zh="其中 {count} 份的学号只差开头的 0，例如 {file} 和名单里的 {id}：表格软件会去掉开头的 0。"
        "请在名单里把学号设为文本，或改文件名。",
        en="In {count} of them the id differs in leading zeros alone, such as {file} and the roster's {id}: "
        "a spreadsheet drops them. Format the roster's ids as text, or rename the files.",
    ),
    "inside": Text(
        zh="其中 {count} 份的文件名里含有名单中的学号，例如 {file} 里有 {id}。请把文件改名为学号。",
        en="In {count} of them the file's name holds an id of the roster, such as {file} and {id}. "
        "Rename the files to the ids.",
    ),
}
_Remarks = Callable[[Sequence[SubmissionResult]], Iterator[Text]]
_REMARKS: tuple[_Remarks, ...] = (_strangers, _not_loaded, _lost_answers, changed_marks, answered_anew)


def _ids(some: Sequence[SubmissionResult]) -> str:
    return listed([one.student for one in some], _MOST_IDS)


def _students(some: Sequence[SubmissionResult]) -> str:
    return f"{len(some)} student{'s' * (len(some) != 1)} ({_ids(some)})"
