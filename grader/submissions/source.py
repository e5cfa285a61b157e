"""From bytes to source text: UTF-8 with or without BOM, else GB18030 with a note."""

import ast
import contextlib
import warnings
from typing import Final

from exercises.kit.base import Text
from grader.submissions.problems import HAND_IN, SubmissionError, displayed, joined, sentence

_KNOWN_BEGINNINGS: Final = {
    b"PK\x03\x04": "ZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\xd0\xcf\x11\xe0": "Microsoft Office",
    b"\x7fELF": "ELF",
}


def decode_source(data: bytes, name: str) -> tuple[str, tuple[Text, ...]]:
    r"""Decode a source file; line ends become `\n`. A coding cookie in the file counts for nothing.

    Raises
    ------
    SubmissionError
        If it is not text: NUL bytes, another kind of file, or neither UTF-8 nor GB18030.
    """
    shown = displayed(name)
    notes: tuple[Text, ...] = ()
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        raise SubmissionError(
            sentence(
                "{name} 是以 UTF-16 或 UTF-32 保存的，无法读取。请在编辑器里另存为 UTF-8 再提交。",
                "{name} was saved as UTF-16 or UTF-32 and cannot be read. "
                "Save it as UTF-8 and hand it in again.",
                name=shown,
            )
        )
    kind = next((kind for magic, kind in _KNOWN_BEGINNINGS.items() if data.startswith(magic)), None)
    if kind is not None:
        problem = sentence(
            "{name} 不是 Python 源代码，内容是 {kind} 文件。",
            "{name} is not Python source: its content is a {kind} file.",
            name=shown,
            kind=kind,
        )
        raise SubmissionError(joined(problem, HAND_IN))
    if b"\0" in data:
        problem = sentence(
            "{name} 不是 Python 源代码：里面有 NUL 字节（二进制文件）。",
            "{name} is not Python source: it contains NUL bytes (a binary file).",
            name=shown,
        )
        raise SubmissionError(joined(problem, HAND_IN))
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            source = data.decode("gb18030")
        except UnicodeDecodeError:
            raise SubmissionError(
                sentence(
                    "{name} 既不是 UTF-8 也不是 GB18030 文本，无法读取。请另存为 UTF-8 再提交。",
                    "{name} is neither UTF-8 nor GB18030 text. Save it as UTF-8 and hand it in again.",
                    name=shown,
                )
            ) from None
        notes = (
            sentence(
                "{name} 不是 UTF-8，已按 GB18030 读取；以后请保存为 UTF-8。",
                "{name} is not UTF-8 and was read as GB18030; save it as UTF-8 from now on.",
                name=shown,
            ),
        )
    return normal_lines(source), notes


def in_utf8(data: bytes, name: str) -> tuple[bytes, tuple[Text, ...]]:
    """A notebook's bytes as they should have been saved, with a note where they were not in UTF-8."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        with contextlib.suppress(SubmissionError):  # what it is instead, the notebook's own reader tells
            text, notes = decode_source(data, name)
            return text.encode(), notes
    return data, ()


def normal_lines(source: str) -> str:
    r"""Line ends of Windows and of old Macs become `\n`; half a surrogate pair, which no file holds, `?`."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    return source.encode("utf-8", "replace").decode()


def syntax_tree(source: str) -> ast.Module | None:
    """Parse `source`; None where it is no Python, or nested more deeply than Python itself takes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def has_code(source: str) -> bool:
    """Whether any line is neither blank nor a comment."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in source.split("\n"))
