"""The roster: a CSV with the students' ids and names, as Excel and school systems write it."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from exercises.kit.base import Frozen, Text
from grader.submissions.ids import id_problem, student_key
from grader.submissions.problems import displayed, is_unsafe, sentence

_ID_TITLES: Final = {"id", "studentid", "sid", "学号", "学生学号", "学生id", "编号"}
_NAME_TITLES: Final = {"name", "studentname", "fullname", "姓名", "学生姓名", "名字"}
_MAX_BYTES: Final = 5_000_000
_SHOWN_PROBLEMS: Final = 20


class RosterEntry(Frozen):
    """One student of the class."""

    id: str
    name: str = ""


class RosterError(Exception):
    """A roster that cannot be used; `problems` are its sentences, each with file and line."""

    def __init__(self, problems: tuple[Text, ...]) -> None:
        super().__init__("\n".join(problem.en for problem in problems))
        self.problems = problems


def read_roster(path: Path) -> tuple[RosterEntry, ...]:
    """Read a CSV whose first line has the titles `id` (or 学号) and, if there are names, `name` (or 姓名).

    UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; comma, semicolon or tab; Excel's `="0042"` is
    0042. Other columns and blank lines count for nothing. The order is the file's.

    Raises
    ------
    RosterError
        If it cannot be read, has no column of ids, no student, or ids that are empty, twice there, or no ids.
    """
    rows = _rows(_text(path), path.name)
    titles = next((cells for _, cells in rows if any(cells)), [])
    keys = [re.sub(r"[\s_-]", "", title).lower() for title in titles]
    id_column = next((at for at, key in enumerate(keys) if key in _ID_TITLES), None)
    name_column = next((at for at, key in enumerate(keys) if key in _NAME_TITLES), None)
    if id_column is None:
        raise _error(
            path.name,
            "{file}：第一行应有名为 id（或 学号）的列，却是：{found}。请在第一行写 id,name。",
            "{file}: the first line should have a column id (or 学号), but is: {found}. Write id,name there.",
            found=displayed(",".join(titles)) or "∅",
        )
    entries: list[RosterEntry] = []
    problems: list[Text] = []
    first_lines: dict[str, int] = {}
    for line, cells in rows:
        if not any(cells):
            continue
        student = _id_in(cells[id_column]) if id_column < len(cells) else ""
        problem = _row_problem(student, first_lines)
        if problem is not None:
            where = sentence(
                "{file} 第 {line} 行：", "{file}, line {line}: ", file=displayed(path.name), line=line
            )
            problems.append(Text(zh=where.zh + problem.zh, en=where.en + problem.en))
            continue
        first_lines[student_key(student)] = line
        name = cells[name_column] if name_column is not None and name_column < len(cells) else ""
        entries.append(RosterEntry(id=student, name="".join(c for c in name if not is_unsafe(c))[:100]))
    if problems:
        raise RosterError(tuple(problems[:_SHOWN_PROBLEMS]))
    if not entries:
        raise _error(path.name, "{file}：没有学生。", "{file}: there are no students in it.")
    return tuple(entries)


def _error(file: str, zh: str, en: str, **facts: object) -> RosterError:
    return RosterError((sentence(zh, en, file=displayed(file), **facts),))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise _error(
            path.name,
            "{file}：无法读取（{kind}）。请检查名单的路径和权限。",
            "{file}: cannot be read ({kind}). Look at the roster's path and permissions.",
            kind=type(error).__name__,
        ) from None
    if len(data) > _MAX_BYTES:
        raise _error(
            path.name,
            "{file}：超过 {most} MB，不像名单。",
            "{file}: larger than {most} MB, which is no roster.",
            most=_MAX_BYTES // 1_000_000,
        )
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _error(
        path.name,
        "{file}：不是文本（UTF-8 或 GB18030）。请在 Excel 里另存为 CSV UTF-8。",
        "{file}: no text (UTF-8 or GB18030). In Excel, save it as CSV UTF-8.",
    )


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of the line that each begins on."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)  # the comma, if there is none of them
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        raise _error(
            file,
            "{file} 第 {line} 行：不是 CSV（可能缺少引号）。",
            "{file}, line {line}: not CSV (perhaps a quote is missing).",
            line=line,
        ) from None


def _id_in(cell: str) -> str:
    """An id without what Excel puts around it to keep its zeros."""
    match = re.fullmatch(r'="([^"]*)"|\'(.*)', cell)
    return (match[1] or match[2] or "").strip() if match else cell


def _row_problem(student: str, first_lines: dict[str, int]) -> Text | None:
    if not student:
        return Text(zh="没有学号。请补上或删去这一行。", en="the id is empty. Fill it in or delete the line.")
    if re.fullmatch(r"\d(?:\.\d+)?E\+\d+", student, re.IGNORECASE):
        return sentence(
            "学号 {student} 被 Excel 改成了科学计数法。请把该列设为文本后重新填写。",
            "Excel has turned the id into {student}. Format the column as text and enter the ids again.",
            student=student,
        )
    problem = id_problem(student)
    if problem is None and (first := first_lines.get(student_key(student))) is not None:
        return sentence(
            "学号 {student} 与第 {first} 行重复（大小写不计）。请删去一行。",
            "the id {student} is that of line {first} again (case does not count). Delete one of them.",
            student=student,
            first=first,
        )
    return problem
