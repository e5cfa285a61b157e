"""Findings in words: what the results look like, never what the student is; and what to do next.

Sentences are made as inline Markdown, in which whatever a student wrote stands in code spans or is escaped.
"""

import math
import re
from typing import Final, assert_never

from exercises.kit.base import Language, Text
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from grader.judging.result import Example, Finding, FindingKind
from grader.reports.fault_words import fault_markdown
from grader.reports.loading_words import not_loaded_markdown
from grader.reports.markdown import literal, plain_sentence, quoted
from grader.reports.relation_words import relation_markdown
from grader.reports.told import advice, is_plain
from grader.reports.type_names import is_known_type, type_words
from grader.reports.visible import capped, on_one_line, visible
from grader.sandbox.job import FaultKind

_SHAPE_HINTS: Final = {
    "transposed": Text(zh="是不是多了或少了一次转置？", en="One transpose too many, or too few?"),
    "reduced": Text(
        zh="是不是多求了一次和或均值，把一个轴去掉了？看看 `axis` 和 `keepdims`。",
        en="Has a sum or mean too many removed an axis? See `axis` and `keepdims`.",
    ),
    "kept": Text(zh="是不是少求了一次和或均值？看看 `axis`。", en="Is a sum or mean missing? See `axis`."),
    "reshaped": Text(
        zh="元素的个数是对的，看看 `reshape` 或轴的次序。",
        en="The number of entries is right: see `reshape`, or the order of axes.",
    ),
    "": Text(
        zh="用题目里的例子运行，打印每一步的 `.shape`。",
        en="Run the example in the statement and print `.shape` after each step.",
    ),
}

_HOW_TO_WRITE: Final = {
    "numeric": Text(
        zh="写成一个数，例如 `2.5`、`3/4` 或 `1e-3`。", en="Write a number, such as `2.5`, `3/4` or `1e-3`."
    ),
    "derivation": Text(
        zh="写成一个公式，只用题目列出的符号和函数，`*` 是逐元素乘，`@` 是矩阵乘。",
        en="Write a formula in the symbols and functions of the statement; `*` is elementwise, `@` a matrix "
        "product.",
    ),
    "choice": Text(zh="写选项的字母，例如 `b`。", en="Write the letter of an option, such as `b`."),
    "order": Text(zh="写出全部字母，例如 `c a b`。", en="Write all letters in order, such as `c a b`."),
}
_BOUNDS: Final = {
    "≤": (
        Text(
            zh="{it} 应不超过 {expected}，你的超过了。",
            en="{it} should be at most {expected}, yours is above.",
        ),
        Text(
            zh="{it} 应不超过 {expected}，你的是 {found}。",
            en="{it} should be at most {expected}, yours is {found}.",
        ),
    ),
    "≥": (
        Text(
            zh="{it} 应不低于 {expected}，你的低于它。",
            en="{it} should be at least {expected}, yours is below.",
        ),
        Text(
            zh="{it} 应不低于 {expected}，你的是 {found}。",
            en="{it} should be at least {expected}, yours is {found}.",
        ),
    ),
}
"""By the sign of the bound: without a value, and with it."""
_HOW_TO_RETURN: Final = Text(
    zh="对照题目里的说明，看它应返回什么。", en="Compare with what the statement says it should be."
)


def explain(
    finding: Finding, exercise: Exercise, language: Language, *, stopped: bool = False, advised: bool = True
) -> str:
    """Say to a student what was found, in plain text; formulas are put into readable characters."""
    markdown = finding_markdown(finding, exercise, language, stopped=stopped, advised=advised)
    if finding.example is not None:
        gap = "" if language == "zh" else " "
        markdown += gap + _example_markdown(finding.example, language)
    return plain_sentence(markdown)


def explain_for_ta(finding: Finding, exercise: Exercise, language: Language) -> str:
    """As `explain`, with the group of cases and the exception's message, controls made visible."""
    text = explain(finding, exercise, language)
    if finding.group:
        text += {"zh": f" [用例组 {finding.group}]", "en": f" [cases {finding.group}]"}[language]
    type_told = finding.fault.exception if finding.fault else finding.found or finding.name
    if finding.kind is FindingKind.WRONG_TYPE or finding.fault is not None:
        text += f" [{on_one_line(capped(type_told, 200))}]" if type_told else ""
    if finding.fault is not None and finding.fault.message:
        text += f"\n{visible(capped(finding.fault.message))}"
    return text


def finding_markdown(
    finding: Finding, exercise: Exercise, language: Language, *, stopped: bool = False, advised: bool = True
) -> str:
    """Say what was found in inline Markdown, all but the values of a public example.

    `stopped` says that the code stopped while it was loaded: then names are missing for no other reason.
    `advised` says whether general advice goes with a wrong value.
    """
    if stopped and finding.fault is not None and finding.fault.kind is FaultKind.MISSING_NAME:
        return not_loaded_markdown(finding.fault, language)
    told = _markdown(finding, exercise, language)
    if advised and is_plain(finding):
        told += ("" if language == "zh" else " ") + advice(exercise, language)
    # Chinese sets a space around a name in Latin letters, none between words of its own
    return told if finding.output else told.replace("你的结果 ", "你的结果")


def _markdown(finding: Finding, exercise: Exercise, language: Language) -> str:
    it = quoted(finding.output, 60) if finding.output else {"zh": "你的结果", "en": "Your result"}[language]
    wanted = finding.expected
    if finding.kind is FindingKind.OUT_OF_RANGE and language == "zh":
        wanted = wanted.replace("integer", "整数")
    expected, found = quoted(wanted, 80), quoted(finding.found, 80)
    match finding.kind:
        case FindingKind.FAULT:
            assert finding.fault is not None, "a finding of a fault has one"
            return fault_markdown(finding.fault, language)
        case FindingKind.MISCONCEPTION:
            return _misconception(finding, exercise, language)
        case FindingKind.RELATION:
            assert finding.relation is not None, "a finding of a relation has one"
            return relation_markdown(finding, finding.relation, it, language)
        case FindingKind.WRONG_TYPE:
            return _wrong_type(finding, it, language)
        case FindingKind.WRONG_SHAPE:
            return _wrong_shape(finding, exercise, it, language)
        case FindingKind.NOT_FINITE if not isinstance(exercise, Code):
            text = Text(
                zh="{it} 应是有限的数，你的是 {found}。检查是不是除以了 0 或对 0 取了对数。",
                en="{it} should be finite, yours is {found}. Check for a division by 0 or a logarithm of 0.",
            )
        case FindingKind.NOT_FINITE:
            text = Text(
                zh="{it} 里有 NaN 或无穷大，而正确结果是有限的数。"
                "想一想哪里会溢出（很大的数取 `exp`）、对 0 取对数，或 0 除以 0。",
                en="{it} holds NaN or infinity where a finite number is expected. "
                "Where could `exp` of a large "
                "number overflow, a logarithm be taken of 0, or 0 be divided by 0?",
            )
        case FindingKind.REJECTED:
            text = Text(zh="{it} 无法判定。{ready}", en="{it} cannot be judged. {ready}")
        case FindingKind.UNREADABLE:
            text = Text(zh="{it} 读不懂。{ready}", en="{it} cannot be read. {ready}")
        case FindingKind.OUT_OF_RANGE:
            text = Text(
                zh="{it} 应满足 {expected}，你的是 {found}。先想一想它可能有多大，再重新计算。",
                en="{it} should be in the range {expected}, yours is {found}. "
                "Think of how large it can be, then compute it again.",
            )
        case FindingKind.ROUNDING:
            text = Text(
                zh="{it} 很接近，但舍入得太早或太多（你的是 {found}）。"
                "中间结果多留几位有效数字，最后再舍入。",
                en="{it} is close, but rounded too early or too much (yours is {found}). "
                "Keep more significant digits on the way, and round at the end.",
            )
        case FindingKind.WRONG_VALUE:
            return _wrong_value(finding, exercise, it, language)
        case FindingKind.BARRED:
            text = Text(
                zh="{it} 要在 {needed} 正确之后才得分：单看这一项，"
                "什么也没做的答案也会是对的。先改正 {needed}。",
                en="{it} earns points only once {needed} is right, for by itself an answer that does nothing "
                "would pass. Mend {needed} first.",
            )
        case FindingKind.FIRST_WRONG_STEP:
            text = Text(
                zh="{it} 是第一个不正确的步骤。从这一步开始重新检查，它之前的都是对的。",
                en="{it} is the first step that is wrong. Check again from here; "
                "what stands before it is right.",
            )
        case FindingKind.FIRST_WRONG_PLACE:
            text = Text(
                zh="第 {expected} 个位置是第一个不对的：{found} 排得太早，有应当在它之前的排到了后面。",
                en="Place {expected} is the first that is wrong: {found} comes too early, before something "
                "that must precede it.",
            )
        case FindingKind.CARRIED:
            text = Text(
                zh="{it} 用你自己前面的答案来算是对的，所以照样得分。改正前面的步骤，再算一遍这一步。",
                en="{it} is right for your own earlier answer, so it earns its points. "
                "Mend the earlier step, then compute this one again.",
            )
        case FindingKind.NOT_CARRIED:
            text = Text(
                zh="{it} 没有按你前面的答案来判：那个答案会让这一步变得没有意义或过于简单。"
                "先改正前面的步骤。",
                en="{it} was not judged by your earlier answer, which would make this step meaningless or "
                "trivial. Mend the earlier step first.",
            )
        case FindingKind.CUT:
            text = Text(
                zh="你写了 {found} 个字符，最多 {expected} 个：助教只读前 {expected} 个。",
                en="You wrote {found} characters where {expected} are allowed: "
                "a TA reads only the first {expected}.",
            )
            expected, found = finding.expected, finding.found
        case FindingKind.UNKNOWN_STEP:
            text = Text(
                zh="这道题没有叫 {it} 的步骤，所以没有评它。",
                en="No step of this question is called {it}, so it was not judged.",
            )
            it = quoted(finding.name, 80)
            if finding.expected:
                near = Text(zh="是不是想写 {expected}？", en=" Did you mean {expected}?")
                text = Text(zh=text.zh + near.zh, en=text.en + near.en)
        case _:
            assert_never(finding.kind)
    needed = quoted(finding.name or finding.expected, 60)
    if not (finding.name or finding.expected):
        needed = {"zh": "它所依据的部分", "en": "the part that it rests on"}[language]
    ready = _ready(finding, exercise, language)
    return text.in_language(language).format(
        it=it, expected=expected, found=found, needed=needed, ready=ready
    )


def _misconception(finding: Finding, exercise: Exercise, language: Language) -> str:
    where = quoted(finding.output, 60) if finding.output else ""
    chosen = quoted(finding.found, 20) if finding.found else ""
    match exercise.kind:
        case "code" | "training":
            text = Text(
                zh="你的结果与常见误解 {name} 的结果相同。",
                en="Your results equal those of the known mistake {name}.",
            )
        case "choice" if chosen:
            text = Text(
                zh="你选的选项 {chosen} 来自常见误解 {name}。",
                en="Option {chosen}, which you chose, comes from the known mistake {name}.",
            )
        case "choice":
            text = Text(
                zh="你选的一个选项来自常见误解 {name}。",
                en="An option that you chose comes from the known mistake {name}.",
            )
        case "order":
            text = Text(zh="你的次序里有常见误解 {name}。", en="Your order shows the known mistake {name}.")
        case _:
            text = Text(
                zh="你的答案 {where} 与常见误解 {name} 的结果相同。",
                en="Your answer {where} equals that of the known mistake {name}.",
            )
    told = text.in_language(language).format(name=quoted(finding.name, 60), where=where, chosen=chosen)
    why = exercise.statements[language].misconceptions.get(finding.name, "")
    return told + (" " if language == "en" and why else "") + why


def _wrong_shape(finding: Finding, exercise: Exercise, it: str, language: Language) -> str:
    if isinstance(exercise, Code) and finding.found == "()":
        text = Text(
            zh="{it} 的形状应为 {expected}，你的只是一个值。",
            en="{it} should have shape {expected}, yours is a single value. ",
        )
        hint = _SHAPE_HINTS[_shape_relation(finding)].in_language(language)
    elif isinstance(exercise, Code):
        text = Text(
            zh="{it} 的形状应为 {expected}，你的是 {found}。",
            en="{it} should have shape {expected}, yours has {found}. ",
        )
        hint = _SHAPE_HINTS[_shape_relation(finding)].in_language(language)
    elif finding.expected == "()":
        text = Text(
            zh="{it} 应是一个数，你的答案的形状是 {found}。",
            en="{it} should be a single number, yours has shape {found}. ",
        )
        hint = _HOW_TO_WRITE["numeric"].in_language(language)
    else:
        text = Text(
            zh="{it} 的形状应为 {expected}，你的是 {found}。数一数每一行的个数，矩阵一行一个列表。",
            en="{it} should have shape {expected}, yours has {found}. "
            "Count the numbers of each row; a matrix has one list a row.",
        )
        hint = ""
    told = text.in_language(language).format(
        it=it, expected=quoted(finding.expected, 60), found=quoted(finding.found, 60)
    )
    return told + hint


def _wrong_type(finding: Finding, it: str, language: Language) -> str:
    given = finding.found or finding.name
    if given == "nothing":
        text = Text(zh="你返回的结果里没有 {it}。", en="{it} is not among what your code returned.")
    elif finding.expected and not is_known_type(given):
        text = Text(
            zh="{it} 应是{expected}，你的是别的类型。",
            en="{it} should be {expected}, yours is of another type.",
        )
    elif finding.expected:
        text = Text(
            zh="{it} 应是{expected}；你的是{found}。",
            en="{it} should be {expected}; yours is {found}.",
        )
    else:
        text = Text(zh="{it} 的类型不对。", en="{it} is not of the type that is asked for.")
    told = text.in_language(language).format(
        it=it, expected=type_words(finding.expected, language), found=type_words(given, language)
    )
    return told + ("" if language == "zh" else " ") + _HOW_TO_RETURN.in_language(language)


def _wrong_value(finding: Finding, exercise: Exercise, it: str, language: Language) -> str:
    expected = finding.expected
    if finding.example is not None:
        text = Text(zh="在这个公开的例子上，{it} 不正确。", en="On this public example {it} is not right.")
    elif finding.expected[:1] in _BOUNDS:
        text = _BOUNDS[finding.expected[0]][bool(finding.found)]
        expected = finding.expected[1:].strip()
    elif exercise.kind == "choice" and finding.expected:
        text = Text(
            zh="{expected} 个正确选项里，你选中了 {found} 个。",
            en="There are {expected} right options, of which you chose {found}.",
        )
    elif finding.expected and finding.found:
        text = Text(
            zh="{it} 应为 {expected}，你的是 {found}。", en="{it} should be {expected}, yours is {found}."
        )
    elif finding.found:
        text = Text(
            zh="{it} 的值不正确，你的是 {found}。", en="The value of {it} is not right, yours is {found}."
        )
    else:
        text = Text(zh="{it} 的值不正确。", en="The values of {it} are not right.")
    return text.in_language(language).format(
        it=it if finding.output or language == "zh" else "your result",
        expected=quoted(expected, 80),
        found=quoted(finding.found, 80),
    )


def _ready(finding: Finding, exercise: Exercise, language: Language) -> str:
    if finding.text is not None:
        return literal(finding.text.in_language(language))
    if finding.kind is FindingKind.UNREADABLE:
        return _HOW_TO_WRITE.get(exercise.kind, _HOW_TO_RETURN).in_language(language)
    return _HOW_TO_RETURN.in_language(language)


def _shape_relation(finding: Finding) -> str:
    expected, found = (tuple(map(int, re.findall(r"\d+", s))) for s in (finding.expected, finding.found))
    if finding.relation == "transposed" or (found == expected[::-1] and found != expected):
        return "transposed"
    if len(found) < len(expected) and _is_part(found, expected):
        return "reduced"
    if len(found) > len(expected) and _is_part(expected, found):
        return "kept"
    return "reshaped" if found and math.prod(found) == math.prod(expected) else ""


def _is_part(short: tuple[int, ...], long: tuple[int, ...]) -> bool:
    rest = iter(long)
    return all(size in rest for size in short)


def _example_markdown(example: Example, language: Language) -> str:
    inputs = ", ".join(quoted(f"{name} = {_joined(value)}") for name, value in example.inputs.items())
    return (
        Text(
            zh="{inputs} 时，{output} 应为 {expected}，你的是 {found}。",
            en="With {inputs}, {output} should be {expected}, yours is {found}.",
        )
        .in_language(language)
        .format(
            inputs=inputs,
            output=quoted(example.output, 60),
            expected=quoted(_joined(example.expected)),
            found=quoted(_joined(example.found) or "—"),
        )
    )


def _joined(value: str) -> str:
    """An array's lines as one."""
    return " ".join(value.split())
