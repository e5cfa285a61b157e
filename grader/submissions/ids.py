"""Student ids: which text may be one, which two are the same student, and what file name stands for one."""

import hashlib
import re
import unicodedata
from typing import Final

from exercises.kit.base import Text
from grader.submissions.problems import displayed, is_unsafe, sentence

MAX_ID: Final = 64

_STAND_IN = re.compile(r"invalid-id-[0-9a-f]{12}")
"""What a file whose own name is no id is listed under."""
_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?", re.ASCII)
_WINDOWS_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE
)


def id_problem(student: str) -> Text | None:
    """Why `student` cannot be a student id, or None if it can."""
    shown = displayed(student)
    if not student:
        return Text(zh="学号是空的。", en="The student id is empty.")
    if len(student) > MAX_ID:
        return sentence(
            "学号“{shown}”有 {length} 个字符，最多 {most} 个。",
            "The student id “{shown}” has {length} characters; at most {most} are allowed.",
            shown=shown,
            length=len(student),
            most=MAX_ID,
        )
    if student in {".", ".."} or "/" in student or "\\" in student:
        return sentence(
            "“{shown}”像一个路径，不能作学号。", "“{shown}” looks like a path, not a student id.", shown=shown
        )
    unsafe = next((c for c in student if is_unsafe(c)), None)
    if unsafe is not None:
        return sentence(
            "学号“{shown}”里有看不见的或控制字符 U+{code:04X}，请删去。",
            "The student id “{shown}” contains the invisible or control character U+{code:04X}; remove it.",
            shown=shown,
            code=ord(unsafe),
        )
    if student != student.strip():
        return sentence(
            "学号“{shown}”的开头或结尾有空格，请删去。",
            "The student id “{shown}” begins or ends with a space; remove it.",
            shown=shown,
        )
    return None


def stand_in_problem(student: str) -> Text | None:
    """Why a file may not be named so: what is listed under such an id is another, whose name is no id."""
    if not _STAND_IN.fullmatch(student_key(student)):
        return None
    return sentence(
        "“{shown}”是给不能用的文件名留的编号，不能作学号。",
        "“{shown}” is kept for files whose names cannot be ids; it is no student id.",
        shown=displayed(student),
    )


def student_key(student: str) -> str:
    """Equal for two spellings of one student: ids that differ in case, width or normalisation only."""
    folded = unicodedata.normalize("NFKC", student)
    while True:
        # Folding can undo normalisation and the other way round (Unicode 15, 3.13.5, NFKC_Casefold).
        again = unicodedata.normalize("NFKC", folded.casefold())
        if again == folded:
            return folded
        folded = again


def file_stem(student: str) -> str:
    """Return a file name's stem for a student id, safe on every file system.

    Two ids have the same stem, also where the file system ignores case, exactly if `student_key` calls them
    the same student. Ids of ASCII letters, digits, `_`, `-` and `.` stay as they are; any other gets a hash
    at its end, after a `~`, which no id of the first sort contains.

    Raises
    ------
    ValueError
        If `id_problem` refuses the id.
    """
    problem = id_problem(student)
    if problem is not None:
        raise ValueError(problem.en)
    key = student_key(student)
    if _PLAIN.fullmatch(key) and not _WINDOWS_DEVICE.fullmatch(key):
        as_written = unicodedata.normalize("NFKC", student)
        return as_written if _PLAIN.fullmatch(as_written) and as_written.casefold() == key else key
    readable = re.sub(r"[^a-z0-9]+", "-", key, flags=re.ASCII).strip("-")[:32]
    digest = hashlib.sha256(key.encode()).hexdigest()[:32]
    return f"{readable or 'id'}~{digest}"
