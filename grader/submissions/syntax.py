"""A syntax error in words: what is wrong in the line, which character, what to do."""

import re
from typing import Final

from exercises.kit.base import Text
from grader.submissions.fullwidth import QUOTES, about_character
from grader.submissions.problems import joined

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
        r"expected an indented block after .* on line (\d{1,6})",
        "第 {0} 行之后要有缩进的代码块。",
        "An indented block must follow line {0}.",
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
        r"Missing parentheses in call to '(print|exec)'",
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


def syntax_cause(source: str, line: int | None, message: str) -> Text | None:
    """Say in both languages what is wrong in a line that is not Python; None where its message says nothing.

    Nothing is compiled here: constant folding alone can take for ever.

    Parameters
    ----------
    source : str
        The cell's source, as `Cell.source`.
    line : int or None
        The line that Python points at, from 1.
    message : str
        What Python says of it.
    """
    lines = source.split("\n")
    text = lines[line - 1] if line is not None and 1 <= line <= len(lines) else ""
    named = re.search(r"invalid (?:non-printable )?character.*U\+([0-9A-Fa-f]{4,6})", message)
    if named:
        character = chr(int(named[1], 16) % 0x110000)
        return about_character(character) if character in text else None
    if re.search(r"invalid \w+ literal", message):
        # Python before 3.11.4 says so of any character that follows a digit and is not ASCII.
        after = next((c for c in text if not _may_follow(c)), None)
        if after is not None:
            return about_character(after)
    if re.search(r"unterminated|EOL while", message):
        # A string that begins with ' or " and is "closed" by a quote of the input method.
        quote = next((c for c in text if c in QUOTES), None)
        meaning = _meaning(message)
        if quote is not None and meaning is not None:
            return joined(meaning, about_character(quote))
    return _meaning(message)


def _may_follow(character: str) -> bool:
    """Whether a character is known to Python, or a letter of any script."""
    return character.isascii() or f"a{character}".isidentifier()


def _meaning(message: str) -> Text | None:
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
    return None
