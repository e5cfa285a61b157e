"""Sentences about what stopped a student's code while it was loaded, before any question was asked of it.

No case has been run by then and no hidden input been seen: names from an exception's message may be told.
"""

import re
from typing import Final

from exercises.kit.base import Language, Text
from grader.reports.fault_words import closed_up, exception_of, fault_markdown, is_of_notebook, place_of
from grader.reports.markdown import plain_sentence, quoted
from grader.sandbox.job import Fault, FaultKind

_NO_MODULE: Final = re.compile(r"No module named '([^']+)'")
_NO_NAME: Final = re.compile(r"name '([^']+)' is not defined")
_ENDERS: Final = frozenset({"exit", "quit"})
_IMPORTS: Final = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "torch": "import torch",
    "nn": "from torch import nn",
    "math": "import math",
}

# {where} and {rest} as in fault_words: "" or a place in brackets; which part was not run.
_MODULE: Final = Text(
    zh="你的代码导入了 {name}{where}，评分时没有这个模块，{rest}。能导入的是标准库、NumPy、"
    "试卷允许时的 PyTorch，以及一起提交的 .py 文件。去掉这个导入；如果它是你自己的文件，请一起提交。",
    en="Your code imports {name}{where}, which is not there when it is graded: {rest}. What can be imported "
    "is the standard library, NumPy, PyTorch where the paper allows it, and .py files handed in too. "
    "Remove the import, or hand your own file in with the rest.",
)
_EXIT: Final = Text(
    zh="你的代码调用了 `exit()`、`quit()` 或 `sys.exit()`{where}，Python 到那里就结束了，{rest}。"
    "去掉这个调用。",
    en="Your code called `exit()`, `quit()` or `sys.exit()`{where}, which ends Python there: {rest}. "
    "Remove that call.",
)
_NAME: Final = Text(
    zh="你的代码用到了还没有定义的 {name}{where}，{rest}。{advice}",
    en="Your code uses {name}, which is not defined{where}: {rest}. {advice}",
)
_IMPORT: Final = Text(zh="在开头写上 {line}。", en="Write {line} at the top.")
_SPELLING: Final = Text(
    zh="检查拼写，以及定义它的代码是否在它之前、是否一起提交了。",
    en="Check its spelling, and that what defines it stands before it and was handed in too.",
)
_NO_FILE: Final = Text(
    zh="你的代码要打开的文件在评分时不存在{where}，{rest}。评分时只有代码，没有数据文件；"
    "请在代码里生成数据，或去掉这一段。",
    en="Your code opens a file that is not there when it is graded{where}: {rest}. There is code alone then, "
    "no data; make the data in code, or remove this part.",
)
_ERROR: Final = Text(
    zh="你的代码在加载时抛出了 {exception}{where}，{rest}。从头运行一遍，改正它；"
    "自己写的测试和打印可以去掉。",
    en="Your code raised {exception} while it was loaded{where}: {rest}. Run it from the top and mend that; "
    "tests and prints of your own can be removed.",
)
_REST: Final = Text(
    zh="文件里这之后的代码没有运行，其中的答案也没有读到",
    en="the rest of the file was not run, answers in it included",
)
_REST_OF_CELL: Final = Text(zh="这个单元里这之后的代码没有运行", en="the rest of that cell was not run")
_NOT_LOADED: Final = Text(
    zh="{name} 没有加载进来，因为你的代码在加载时停住了，见上文。先改正那里。",
    en="{name} was not loaded, for your code stopped while it was loaded, see above. Mend that first.",
)


def loading_markdown(fault: Fault, language: Language) -> str:
    """Say to the student what stopped a cell or file, in inline Markdown."""
    if fault.kind is not FaultKind.ERROR or fault.exception == "NotImplementedError":
        return fault_markdown(fault, language)
    module, name = _NO_MODULE.search(fault.message), _NO_NAME.search(fault.message)
    told, advice, found = _ERROR, "", ""
    if fault.exception == "ModuleNotFoundError" and module:
        told, found = _MODULE, module[1]
    elif fault.exception == "SystemExit" or (fault.exception == "NameError" and name and name[1] in _ENDERS):
        told = _EXIT
    elif fault.exception == "NameError" and name:
        told, found = _NAME, name[1]
        line = _IMPORTS.get(found, "")
        advice = (_IMPORT if line else _SPELLING).in_language(language).format(line=quoted(line))
    elif fault.exception == "FileNotFoundError":
        told = _NO_FILE
    rest = _REST_OF_CELL if is_of_notebook(fault) else _REST
    text = told.in_language(language).format(
        name=quoted(found, 80),
        where=place_of(fault, language),
        rest=rest.in_language(language),
        advice=advice,
        exception=exception_of(fault, language),
    )
    return closed_up(text)


def explain_loading(fault: Fault, language: Language) -> str:
    """As `loading_markdown`, in plain text."""
    return plain_sentence(loading_markdown(fault, language))


def not_loaded_markdown(fault: Fault, language: Language) -> str:
    """Say of a missing name that it is missing because loading stopped; `fault` is the missing name's."""
    return _NOT_LOADED.in_language(language).format(name=quoted(fault.name, 80))
