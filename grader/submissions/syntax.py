"""A syntax error in words: which line, which character, what to do; else Python's own message."""

import re
import warnings
from typing import Final

from exercises.kit.base import Text
from grader.submissions.fullwidth import QUOTES, about_character
from grader.submissions.problems import displayed, joined, sentence

_SHOWN_LINE: Final = 100

# Python's messages (3.11 to 3.14), each with its meaning; {0}, {1} are the pattern's groups.
_MEANINGS: Final = [
    (r"'(.)' was never closed", "括号 {0} 没有对应的右括号。", "The bracket {0} is never closed."),
    (
        r"unmatched '(.)'",
        "多了一个 {0} ，前面没有与它对应的左括号。",
        "There is a {0} with no opening bracket before it.",
    ),
    (
        r"closing parenthesis '(.)' does not match opening parenthesis '(.)'(?: on line (\d+))?",
        "右括号 {0} 与左括号 {1} 不配对。",
        "The closing bracket {0} does not match the opening {1}.",
    ),
    (
        r"unterminated (?:f-|t-)?triple-quoted",
        "三引号字符串没有结束，缺少结尾的三个引号。",
        "A triple-quoted string does not end: its three closing quotes are missing.",
    ),
    (
        r"unterminated .*string literal|EOL while scanning",
        "字符串没有结束，缺少结尾的引号。",
        "A string does not end: its closing quote is missing.",
    ),
    (r"expected ':'", "这一行缺少冒号 : 。", "A colon : is missing on this line."),
    (
        r"expected an indented block after (.*) on line (\d+)",
        "第 {1} 行之后要有缩进的代码块（Python：{0}）。",
        "An indented block must follow line {1} (Python: {0}).",
    ),
    (r"expected an indented block", "这里要有缩进的代码块。", "An indented block is expected here."),
    (r"unexpected indent", "这一行多了缩进。", "This line is indented for no reason."),
    (
        r"unindent does not match",
        "这一行的缩进与前面任何一级都对不齐。",
        "The indentation of this line matches no level above it.",
    ),
    (
        r"inconsistent use of tabs",
        "缩进混用了制表符和空格，请只用空格。",
        "The indentation mixes tabs and spaces; use spaces only.",
    ),
    (
        r"Maybe you meant '==' or ':=' instead of '='|Maybe you meant '==' instead of '='",
        "这里不能赋值；比较相等用 == 。",
        "One cannot assign here; to compare, write == .",
    ),
    (r"Perhaps you forgot a comma", "这里可能少了一个逗号 , 。", "Perhaps a comma , is missing here."),
    (
        r"Missing parentheses in call to '(\w+)'",
        "{0} 是函数，参数要放在括号里：{0}(...)。这是 Python 2 的写法。",
        "{0} is a function, its arguments go in brackets: {0}(...). This is how Python 2 was written.",
    ),
    (r"cannot assign to", "等号左边的东西不能被赋值。", "What stands left of the = cannot be assigned to."),
    (r"'(return|yield|await)' outside", "{0} 只能写在函数里面。", "{0} may stand inside a function only."),
    (
        r"'(break|continue)' (?:outside|not properly)",
        "{0} 只能写在循环里面。",
        "{0} may stand inside a loop only.",
    ),
    (
        r"leading zeros in decimal",
        "整数不能以 0 开头；学号之类请写成字符串。",
        "A whole number cannot begin with 0; write ids and the like as strings.",
    ),
    (
        r"invalid decimal literal",
        "数字后面直接跟了字母；名字不能以数字开头，相乘要写 * 。",
        "A number is followed by a letter: names cannot begin with a digit, and a product needs * .",
    ),
    (
        r"unexpected character after line continuation",
        "反斜杠 \\ 之后不能再有内容（空格也不行）。",
        "Nothing may follow a backslash \\ at the end of a line, not even a space.",
    ),
    (r"unexpected EOF", "代码在这里就断了，还没有写完。", "The code breaks off here, unfinished."),
    (
        r"positional argument follows keyword argument",
        "带名字的参数（k=v）后面不能再有不带名字的参数。",
        "An argument without a name cannot follow one with a name (k=v).",
    ),
    (
        r"too many nested|too many statically nested|too complex|stack overflow",
        "嵌套层数太多，请拆成几部分。",
        "The code is nested too deeply; split it up.",
    ),
    (r"null bytes", "代码里有 NUL 字符，请删去。", "The code contains a NUL character; delete it."),
]


def explain_syntax_error(source: str, label: str) -> Text | None:
    """Say in both languages why `source` is no Python; None if it is Python.

    Parameters
    ----------
    source : str
        A cell's source, as `Cell.source`.
    label : str
        What to call it, as `Cell.label`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<submission>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return _explained(source, label, error.lineno, error.msg or "invalid syntax", error)
    except (RecursionError, MemoryError):
        return _explained(source, label, None, "too many nested blocks or brackets", None)
    except ValueError:
        line = source[: source.find("\0")].count("\n") + 1 if "\0" in source else None
        return _explained(source, label, line, "source contains null bytes", None)
    return None


def _explained(source: str, label: str, line: int | None, message: str, error: SyntaxError | None) -> Text:
    lines = source.split("\n")
    text = lines[line - 1] if line is not None and 1 <= line <= len(lines) else ""
    cause = _cause(text, message, error)
    facts = {"label": displayed(label), "line": line, "text": displayed_line(text)}
    if line is None:
        return joined(sentence("{label}：", "{label}:", **facts), cause)
    if not facts["text"]:
        return joined(sentence("{label} 第 {line} 行：", "{label}, line {line}:", **facts), cause)
    return joined(
        sentence("{label} 第 {line} 行：", "{label}, line {line}:", **facts),
        cause,
        sentence("该行是：{text}", "The line is: {text}", **facts),
    )


def displayed_line(text: str) -> str:
    """A line of source in one piece: without indentation, cut after a hundred characters."""
    text = text.strip()
    return text if len(text) <= _SHOWN_LINE else text[: _SHOWN_LINE - 1] + "…"


def _cause(text: str, message: str, error: SyntaxError | None) -> Text:
    named = re.search(r"invalid (?:non-printable )?character.*U\+([0-9A-Fa-f]{4,6})", message)
    if named:
        return about_character(chr(int(named[1], 16)))
    if re.search(r"invalid \w+ literal", message) and error is not None:
        # Python before 3.11.4 says so of any character that follows a digit and is not ASCII.
        after = next((c for c in text[(error.offset or 1) - 1 :][:2] if not _may_follow(c)), None)
        if after is not None:
            return about_character(after)
    if re.search(r"unterminated|EOL while", message) and error is not None:
        # A string that begins with ' or " and is "closed" by a quote of the input method.
        begin = (error.offset or 1) - 1
        quote = next((c for c in text[begin:] if c in QUOTES), None)
        if quote is not None:
            return joined(_meaning(message), about_character(quote))
    return _meaning(message)


def _may_follow(character: str) -> bool:
    """Whether a character is known to Python, or a letter of any script."""
    return character.isascii() or f"a{character}".isidentifier()


def _meaning(message: str) -> Text:
    for pattern, zh, en in _MEANINGS:
        match = re.search(pattern, message)
        if match:
            groups = [group or "" for group in match.groups()]
            return Text(zh=zh.format(*groups), en=en.format(*groups))
    if message == "invalid syntax":
        return Text(
            zh="这里不合 Python 语法；请检查这一行和上一行的括号、冒号、逗号、引号。",
            en="This is not Python's syntax; look at the brackets, colons, commas and quotes "
            "of this line and the one above.",
        )
    # Its own words are better than none, and are English in every Python.
    shown = message[: 2 * _SHOWN_LINE]
    return sentence("Python 的说明是：{shown}。", "Python says: {shown}.", shown=shown)
