"""Words of one or two for what results and exercises name by enumeration; and how numbers are written."""

import math
from collections.abc import Iterable
from typing import Final

from exercises.kit.base import Language, Text
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from exercises.kit.written import Written
from grader.batch.result import Loaded, Status, SubmissionResult
from grader.judging.result import Verdict
from grader.sandbox.job import FaultKind

FAULTS: Final[dict[FaultKind, Text]] = {
    FaultKind.SYNTAX: Text(zh="语法错误", en="syntax error"),
    FaultKind.ERROR: Text(zh="运行时异常", en="exception"),
    FaultKind.MISSING_NAME: Text(zh="缺少名称", en="missing name"),
    FaultKind.NOT_CALLABLE: Text(zh="不可调用", en="not callable"),
    FaultKind.RESULT_COUNT: Text(zh="返回值个数不对", en="wrong number of results"),
    FaultKind.TIME_LIMIT: Text(zh="超出 CPU 时间", en="CPU time limit"),
    FaultKind.WALL_LIMIT: Text(zh="超出等待时间", en="waiting time limit"),
    FaultKind.MEMORY_LIMIT: Text(zh="超出内存", en="memory limit"),
    FaultKind.PROCESS_LIMIT: Text(zh="进程或线程过多", en="process limit"),
    FaultKind.FILE_LIMIT: Text(zh="文件过大", en="file limit"),
    FaultKind.OUTPUT_LIMIT: Text(zh="输出过多", en="output limit"),
    FaultKind.FORBIDDEN: Text(zh="不允许的操作", en="forbidden"),
    FaultKind.CRASHED: Text(zh="崩溃", en="crashed"),
    FaultKind.NO_RESULT: Text(zh="没有结果", en="no result"),
}

VERDICTS: Final[dict[Verdict, Text]] = {
    Verdict.CORRECT: Text(zh="正确", en="correct"),
    Verdict.CARRIED: Text(zh="按前面的答案正确", en="right for the earlier answer"),
    Verdict.PARTLY: Text(zh="部分正确", en="partly correct"),
    Verdict.WRONG: Text(zh="不正确", en="wrong"),
    Verdict.NO_ANSWER: Text(zh="没有作答", en="no answer"),
    Verdict.UNREADABLE: Text(zh="答案读不懂", en="unreadable answer"),
    Verdict.PENDING: Text(zh="等待助教判定", en="a TA will decide"),
    **{Verdict(kind.value): text for kind, text in FAULTS.items()},
}

_TONES: Final = {
    Verdict.CORRECT: "good",
    Verdict.CARRIED: "part",
    Verdict.PARTLY: "part",
    Verdict.PENDING: "part",
}

STATUSES: Final[dict[Status, Text]] = {
    "graded": Text(zh="已评分", en="graded"),
    "problem": Text(zh="无法评分", en="could not be graded"),
    "nothing handed in": Text(zh="没有提交", en="nothing handed in"),
    "not in roster": Text(zh="不在名单中", en="not in the roster"),
}

KINDS: Final[dict[str, Text]] = {
    "code": Text(zh="代码", en="code"),
    "numeric": Text(zh="计算", en="numeric"),
    "derivation": Text(zh="推导", en="derivation"),
    "choice": Text(zh="选择", en="choice"),
    "order": Text(zh="排序", en="order"),
    "written": Text(zh="简答", en="written"),
    "training": Text(zh="训练", en="training"),
}

NOT_LOADED: Final = Text(zh="没有加载", en="not loaded")
"""In the place of a missing name, where loading stopped."""
NOT_READ: Final = Text(zh="没有读到", en="not read")
"""In the place of no answer, likewise: it may stand in what was not run."""

LOADED: Final[dict[Loaded, Text]] = {
    "whole": Text(zh="", en=""),
    "in part": Text(zh="代码在加载时停住", en="code stopped while loading"),
    "not at all": Text(zh="代码没有加载", en="code did not load"),
}

UNDECIDED: Final = "–"
"""In the place of points that a TA has still to give: they are no 0."""


def judged_shares(graded: Iterable[SubmissionResult]) -> list[float]:
    """What each student got of the points that are judged; those of whom everything waits are left out."""
    return [one.score / one.judged for one in graded if one.judged > 0]


def tone(verdict: Verdict) -> str:
    """The colour of a verdict; its words say the same."""
    return _TONES.get(verdict, "bad")


def part_word(exercise: Exercise, language: Language) -> str:
    """What the parts of an exercise are, each with its points."""
    if isinstance(exercise, Code):
        word = Text(zh="方面", en="Aspect")
    elif isinstance(exercise, Written):
        word = Text(zh="要点", en="Criterion")
    else:
        word = Text(zh="步骤", en="Step")
    return word.in_language(language)


def stars(difficulty: int) -> str:
    """A difficulty from 1 to 3."""
    return "★" * difficulty + "☆" * (3 - difficulty)


def points_text(points: float) -> str:
    """Points with at most two decimals: 3, 2.5, 1.33."""
    if not math.isfinite(points):
        return "?"
    return f"{points:.2f}".rstrip("0").rstrip(".")


def verdict_text(verdict: Verdict, language: Language, *, stopped: bool) -> str:
    """A verdict in words; `stopped` says that the code stopped while it was loaded."""
    text = VERDICTS[verdict]
    if stopped and verdict in (Verdict.MISSING_NAME, Verdict.NO_ANSWER):
        text = NOT_LOADED if verdict is Verdict.MISSING_NAME else NOT_READ
    return text.in_language(language)


def got_text(points: float, verdict: Verdict) -> str:
    """Points that were got, where they are decided."""
    return UNDECIDED if verdict is Verdict.PENDING else points_text(points)


def percent_text(share: float) -> str:
    """A share as whole percent; never 100 % of less than all, never 0 % of something."""
    whole = round(100 * share)
    if whole == 100 and share < 1:
        whole = 99
    if whole == 0 and share > 0:
        whole = 1
    return f"{whole} %"
