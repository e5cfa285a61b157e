"""Sentences about what stopped a student's code: its kind, type and own line, and what to do next."""

import re
from typing import Final

from exercises.kit.base import Language, Text
from grader.reports.markdown import literal, plain_sentence, quoted
from grader.reports.type_names import is_known_type
from grader.sandbox.job import Fault, FaultKind

_SYNTAX: Final = Text(
    zh="Python 读不懂你的代码：有语法错误{where}。{cause}",
    en="Python cannot read your code: a syntax error{where}. {cause}",
)

# {where} is "" or begins with a space in English and with no space in Chinese.
_SENTENCES: Final[dict[FaultKind, Text]] = {
    FaultKind.SYNTAX: Text(
        zh="Python 读不懂你的代码：有语法错误{where}。提交前从头运行一遍，Python 会指出出错的位置。",
        en="Python cannot read your code: a syntax error{where}. "
        "Run it from the top before you hand it in; Python points at the place.",
    ),
    FaultKind.ERROR: Text(
        zh="你的代码抛出了 {exception}{where}。用题目里的例子运行，在那一行之前打印各个变量的形状和类型。",
        en="Your code raised {exception}{where}. "
        "Run it on the example in the statement, and print shapes and types just before that line.",
    ),
    FaultKind.MISSING_NAME: Text(
        zh="在你提交的内容里没有找到 {name}{where}。检查拼写，以及定义它的单元或文件是否一起提交了。",
        en="{name} was not found in what you handed in{where}. "
        "Check its spelling, and that the cell or file which defines it was handed in too.",
    ),
    FaultKind.NOT_CALLABLE: Text(
        zh="{name} 不是函数或类{where}，不能调用。看看后面是不是又给这个名称赋了别的值。",
        en="{name} is there, but it is no function or class{where}. "
        "See whether a later line gives this name another value.",
    ),
    FaultKind.RESULT_COUNT: Text(
        zh="{name} 应返回 {expected} 个值，你的返回了 {found} 个。对照题目里的函数签名检查 `return` 那一行。",
        en="The number of values that {name} returns should be {expected}, yours is {found}. "
        "Compare its `return` line with the signature in the statement.",
    ),
    FaultKind.TIME_LIMIT: Text(
        zh="你的代码用完了允许的 CPU 时间{where}。"
        "找一找停不下来的循环，或可以用一次数组运算代替的逐元素循环。",
        en="Your code used up the CPU time that is allowed{where}. "
        "Look for a loop that never ends, or one over entries that a single array operation could replace.",
    ),
    FaultKind.WALL_LIMIT: Text(
        zh="你的代码等待得太久，超出了允许的时间{where}。去掉 `sleep`、`input` 以及其他会一直等待的调用。",
        en="Your code waited longer than is allowed{where}. "
        "Remove `sleep`, `input` and whatever else may wait without end.",
    ),
    FaultKind.MEMORY_LIMIT: Text(
        zh="你的代码要的内存超出了上限{where}。看看有没有因广播而变得很大的中间数组，或一直增长的列表。",
        en="Your code asked for more memory than is allowed{where}. "
        "Look for an intermediate array that broadcasting makes huge, or a list that keeps growing.",
    ),
    FaultKind.PROCESS_LIMIT: Text(
        zh="你的代码启动的进程或线程超出了上限{where}。本题不需要并行，请去掉。",
        en="Your code started more processes or threads than is allowed{where}. "
        "Nothing here needs them; remove them.",
    ),
    FaultKind.FILE_LIMIT: Text(
        zh="你的代码写的文件超出了大小上限{where}。本题不需要写文件，请去掉。",
        en="Your code wrote a file larger than is allowed{where}. Nothing here needs files; remove it.",
    ),
    FaultKind.OUTPUT_LIMIT: Text(
        zh="你的代码打印的内容远远超出了上限{where}。去掉循环里的 `print`。",
        en="Your code printed far more than is allowed{where}. Remove the `print` inside the loop.",
    ),
    FaultKind.FORBIDDEN: Text(
        zh="你的代码尝试了评分时不允许的操作{where}，例如联网、读写其他文件或启动其他程序。请去掉，只保留计算。",
        en="Your code tried what is not allowed while grading{where}, such as the network, other files or "
        "other programs. Remove that and keep the computation.",
    ),
    FaultKind.CRASHED: Text(
        zh="Python 解释器在运行你的代码时崩溃了{signal}{where}。"
        "常见的原因是无穷递归；重新启动内核，从头运行一遍看看。",
        en="The Python interpreter crashed while it ran your code{signal}{where}. "
        "Endless recursion is a common cause; restart the kernel and run everything from the top.",
    ),
    FaultKind.NO_RESULT: Text(
        zh="你的代码没有交回结果{where}。看看是否提前结束了 Python，例如调用了 `exit()`。",
        en="No result came back from your code{where}. "
        "See whether it ends Python early, for instance by `exit()`.",
    ),
}
_UNNAMED: Final = Text(zh="题目要求的名称", en="A name that the statement asks for")
_NOTEBOOK_CELL: Final = re.compile(r"(?P<file>.+)\[(?P<cell>\d+)\]", re.DOTALL)


_SOME: Final = Text(zh="一个异常", en="an exception")
_NOT_WRITTEN: Final = Text(
    zh="这里还没有写{where}：练习本原来的 `raise NotImplementedError` 还在。把它换成你的代码。",
    en="This is not written yet{where}: the workbook's `raise NotImplementedError` still stands there. "
    "Put your code in its place.",
)

_NOT_CALLED: Final = Text(
    zh="你的函数没能被调用：题目的调用方式与它的参数对不上（`TypeError`）。对照题目里的函数签名，检查参数的个数和次序。",
    en="Your function could not be called as the statement does (`TypeError`): its parameters do not fit. "
    "Compare their number and order with the signature in the statement.",
)
# Of exceptions that a function raised: it has seen hidden inputs, so no name that its message holds is told.
_OF_EXCEPTION: Final = {
    "NotImplementedError": _NOT_WRITTEN,
    "ModuleNotFoundError": Text(
        zh="你的代码导入了评分时没有的模块{where}。能导入的是标准库、NumPy、试卷允许时的 PyTorch，"
        "以及一起提交的 .py 文件。",
        en="Your code imports a module that is not there when it is graded{where}. What can be imported is "
        "the standard library, NumPy, PyTorch where the paper allows it, and .py files handed in too.",
    ),
    "NameError": Text(
        zh="你的代码用到了没有定义的名称{where}。检查那一行里名称的拼写，以及定义它们的代码是否一起提交了。",
        en="Your code uses a name that is not defined{where}. Check the spelling of the names on that line, "
        "and that what defines them was handed in too.",
    ),
    "SystemExit": Text(
        zh="你的代码调用了 `exit()`、`quit()` 或 `sys.exit()`{where}，所以没有结果。"
        "去掉这个调用，用 `return`。",
        en="Your code called `exit()`, `quit()` or `sys.exit()`{where}, so there is no result. "
        "Take that call out, and use `return`.",
    ),
}


def fault_markdown(fault: Fault, language: Language) -> str:
    """Say to the student what happened, in inline Markdown; nothing of the exception's message."""
    if fault.kind is FaultKind.ERROR and fault.exception == "TypeError" and not fault.label:
        return _NOT_CALLED.in_language(language)
    if fault.kind is FaultKind.ERROR and fault.exception in _OF_EXCEPTION:
        return _OF_EXCEPTION[fault.exception].in_language(language).format(where=place_of(fault, language))
    if fault.cause is not None:
        cause = literal(fault.cause.in_language(language))
        return _SYNTAX.in_language(language).format(where=place_of(fault, language), cause=cause)
    told = (
        _SENTENCES[fault.kind]
        .in_language(language)
        .format(
            where=place_of(fault, language),
            exception=exception_of(fault, language),
            name=quoted(fault.name, 80) if fault.name else _UNNAMED.in_language(language),
            expected="?" if fault.expected is None else fault.expected,
            found="?" if fault.found is None else fault.found,
            signal=_bracketed(quoted(fault.signal, 20), language) if fault.signal else "",
        )
    )
    return closed_up(told).replace(f"{_UNNAMED.zh} ", _UNNAMED.zh)


def exception_of(fault: Fault, language: Language) -> str:
    """The exception's type, in Markdown, where it is one that no student has made."""
    return quoted(fault.exception, 80) if is_known_type(fault.exception) else _SOME.in_language(language)


def closed_up(told: str) -> str:
    """Chinese sets a space around a name in Latin letters, none between words of its own."""
    return told.replace(f" {_SOME.zh}", _SOME.zh)


def explain_fault(fault: Fault, language: Language) -> str:
    """Say it in plain text: kind, type and own line, never the message."""
    return plain_sentence(fault_markdown(fault, language))


def is_of_notebook(fault: Fault) -> bool:
    """Whether it happened in a cell, after which the others are run."""
    return _NOTEBOOK_CELL.fullmatch(fault.label) is not None


def place_of(fault: Fault, language: Language) -> str:
    """The student's own line in brackets, in Markdown; "" where it is not known."""
    if not fault.label or fault.line is None:
        return ""
    cell = _NOTEBOOK_CELL.fullmatch(fault.label)
    if cell is None:
        place = Text(zh="{file} 第 {line} 行", en="{file}, line {line}")
    else:
        place = Text(zh="{file} 第 {cell} 个代码单元第 {line} 行", en="{file}, code cell {cell}, line {line}")
    file = quoted(cell["file"] if cell else fault.label, 80)
    number = cell["cell"] if cell else ""
    return _bracketed(place.in_language(language).format(file=file, cell=number, line=fault.line), language)


def _bracketed(text: str, language: Language) -> str:
    return f"（{text}）" if language == "zh" else f" ({text})"
