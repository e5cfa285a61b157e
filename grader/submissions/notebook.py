"""Jupyter notebooks: JSON read with limits, by our own model: nbformat validates slower than we grade."""

import json
from typing import Any, Final

from pydantic import ConfigDict, Field, ValidationError

from exercises.kit.base import Frozen
from grader.submissions import caps
from grader.submissions.contents import too_large
from grader.submissions.problems import SubmissionError, displayed, refusal
from grader.submissions.source import normal_lines

_FORMATS: Final = (3, 4)


class _Part(Frozen):
    model_config = ConfigDict(extra="ignore")


class _NotebookCell(_Part):
    cell_type: str
    source: str | list[str] = ""
    input: str | list[str] = ""
    """The source of a code cell in format 3."""

    @property
    def text(self) -> str:
        text = self.source or self.input
        return text if isinstance(text, str) else "".join(text)


class _Worksheet(_Part):
    cells: tuple[_NotebookCell, ...] = ()


class _Notebook(_Part):
    nbformat: int = 4
    cells: tuple[_NotebookCell, ...] | None = None
    worksheets: tuple[_Worksheet, ...] | None = None
    metadata: dict[str, Any] = Field(default_factory=dict)

    @property
    def language(self) -> str:
        """As the kernel names it, "" where it does not."""
        for section in ("language_info", "kernelspec"):
            part = self.metadata.get(section)
            if isinstance(part, dict):
                name = part.get("language") or (part.get("name") if section == "language_info" else None)
                if isinstance(name, str) and name:
                    return name
        return ""


def looks_like_notebook(data: bytes) -> bool:
    """Whether a file, whatever its name, holds a notebook's JSON."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        found = _parsed(data, "")
    except SubmissionError:
        return False
    return found.cells is not None or found.worksheets is not None


def read_notebook(data: bytes, name: str) -> list[tuple[int, str]]:
    """Return a notebook's code cells, each with its number among them from 1; blank ones are left out.

    Raises
    ------
    SubmissionError
        If it is no notebook of format 3 or 4, one of another language than Python, or too large.
    """
    notebook = _parsed(data, name)
    if notebook.nbformat not in _FORMATS:
        raise refusal(
            "{name} 是 {found} 版格式的笔记本，只能读取 {oldest} 和 {newest} 版。"
            "请用当前的 Jupyter 打开并另存。",
            "{name} is a notebook of format {found}; formats {oldest} and {newest} can be read. "
            "Open it in a current Jupyter and save it again.",
            name=displayed(name),
            found=notebook.nbformat,
            oldest=_FORMATS[0],
            newest=_FORMATS[1],
        )
    if notebook.cells is None and notebook.worksheets is None:
        raise _broken(name)
    if notebook.language and not notebook.language.lower().startswith(("python", "ipython")):
        raise refusal(
            "{name} 是 {language} 语言的笔记本，只能评 Python。请换成 Python 内核后提交。",
            "{name} is a notebook in {language}; only Python is graded. Hand in one with a Python kernel.",
            name=displayed(name),
            language=displayed(notebook.language),
        )
    cells = list(notebook.cells or ())
    for worksheet in notebook.worksheets or ():
        cells += worksheet.cells
    code = [cell.text for cell in cells if cell.cell_type == "code"]
    if len(code) > caps.CELLS:
        raise refusal(
            "{name} 有 {found} 个代码单元格，最多 {most} 个。请只留下作业的代码。",
            "{name} has {found} code cells; at most {most} are read. Keep the homework's code only.",
            name=displayed(name),
            found=len(code),
            most=caps.CELLS,
        )
    if sum(map(len, code)) > caps.SOURCE_MB * caps.MB:
        raise too_large(name, caps.SOURCE_MB)
    for number, text in enumerate(code, 1):
        if "\0" in text:
            raise refusal(
                "{name} 的第 {number} 个代码单元格里有 NUL 字符，不是代码。请删去后再提交。",
                "Code cell {number} of {name} contains a NUL character, which is no code. Remove it.",
                name=displayed(name),
                number=number,
            )
    return [(number, normal_lines(text)) for number, text in enumerate(code, 1) if text.strip()]


def _parsed(data: bytes, name: str) -> _Notebook:
    if not data.strip():
        raise refusal(
            "{name} 是空文件。请保存后再提交。",
            "{name} is empty. Save it and hand it in again.",
            name=displayed(name),
        )
    if len(data) > caps.BRACKETS and data.count(b"[") + data.count(b"{") > caps.BRACKETS:
        raise _broken(name)
    try:
        return _Notebook.model_validate(json.loads(data.decode("utf-8-sig")))
    except (ValidationError, ValueError, RecursionError):
        # ValueError: no JSON, no UTF-8, or a number of too many digits.
        raise _broken(name) from None


def _broken(name: str) -> SubmissionError:
    return refusal(
        "{name} 不是完好的 Jupyter 笔记本（内容不是笔记本的 JSON）。"
        "请在 Jupyter 里打开、保存，再提交 .ipynb 文件。",
        "{name} is no intact Jupyter notebook: its content is not a notebook's JSON. "
        "Open it in Jupyter, save it, and hand in the .ipynb file.",
        name=displayed(name),
    )
