"""Which findings of a question are told, and with which of them the general advice on what to do next."""

from typing import Final

from exercises.kit.base import Language, Text
from exercises.kit.exercise import Exercise
from grader.judging.result import Finding, FindingKind, QuestionResult

_ADVICE: Final = {
    "code": Text(
        zh="用题目里的例子手算一遍，与你的函数逐步对照。",
        en="Work the example in the statement by hand, and compare it with your function step by step.",
    ),
    "training": Text(
        zh="打印每个 epoch 的平均损失，看它是否一直下降；再检查更新的方向、学习率和样本的次序。",
        en="Print the mean loss of each epoch and see whether it keeps falling; then check the direction of "
        "updates, the learning rate, and the order of the samples.",
    ),
    "derivation": Text(
        zh="代入简单的数检查，或回到定义逐项求导。",
        en="Put in simple numbers to check it, or go back to the definition term by term.",
    ),
    "choice": Text(
        zh="重读题目和提示，逐个选项判断。", en="Read statement and hints again, option by option."
    ),
}
_ADVICE_ON_NUMBERS: Final = Text(
    zh="写出公式，代入题目给的数，再算一遍。",
    en="Write the formula down, put in the given numbers, compute it again.",
)


def told_findings(result: QuestionResult) -> tuple[tuple[Finding, bool], ...]:
    """A question's findings as they are told, each with whether general advice goes with it.

    One plain "wrong" for an output is enough, and the same advice once: where a known mistake is named, that
    says more.
    """
    shown = {f.output for f in result.findings if f.kind is FindingKind.WRONG_VALUE and f.example}
    told = [f for f in result.findings if not (is_plain(f) and f.output in shown)]
    if result.kind in ("code", "training"):  # a mistake that shows in several outputs is one
        first = {f.name: f for f in reversed(told) if f.kind is FindingKind.MISCONCEPTION}
        told = [f for f in told if f.kind is not FindingKind.MISCONCEPTION or first[f.name] is f]
    advised = next((f for f in told if is_plain(f) and not _is_named(f, result)), None)
    return tuple((finding, finding is advised) for finding in told)


def advice(exercise: Exercise, language: Language) -> str:
    """What to do next about a value of which nothing is known but that it is wrong."""
    return _ADVICE.get(exercise.kind, _ADVICE_ON_NUMBERS).in_language(language)


def is_plain(finding: Finding) -> bool:
    """Whether it says no more than that a value is wrong."""
    return finding.kind is FindingKind.WRONG_VALUE and finding.example is None


def _is_named(finding: Finding, result: QuestionResult) -> bool:
    """Whether a mistake is named that explains it: of code one explains all, of steps each its own."""
    named = {f.output for f in result.findings if f.kind is FindingKind.MISCONCEPTION}
    return bool(named) if result.kind in ("code", "training", "choice") else finding.output in named
