"""A workbook as a Jupyter notebook, with its public cases embedded as otter tests."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from exercises.kit.base import Language
from exercises.kit.drawing import with_drawings
from exercises.kit.drawing_svg import as_image
from grader.workbooks.item import Item, variant_lines
from grader.workbooks.otter_tests import otter_test

_HEAD = {
    "zh": "在每题下面的单元格里作答。`grader.check(...)` 运行公开用例；"
    "`kaodian check {name}` 也解释错在哪里。",
    "en": "Answer in the cell below each statement. `grader.check(...)` runs the public cases; "
    "`kaodian check {name}` also explains what is wrong.",
}


def notebook(
    items: Sequence[Item], *, name: str, seed: int | None, language: Language, title: str = ""
) -> str:
    """The workbook as JSON of notebook format 4.5.

    Parameters
    ----------
    name : str
        The file's name, by which otter finds the embedded tests.
    seed : int or None
        The number of the variants; None where they follow from none.
    title : str
        Heads the workbook; "" where it has none.
    """
    tests = {item.question: test for item in items if (test := otter_test(item)) is not None}
    setup = f"{variant_lines(seed, items)}\nimport numpy as np\n\nanswers = {{}}"
    if tests:
        setup += f'\n\nimport otter\n\ngrader = otter.Notebook("{name}", tests_dir="")'
    head = f"# {title}\n\n" * bool(title) + _HEAD[language].format(name=name)
    cells = [_cell("markdown", head), _cell("code", setup)]
    for item in items:
        cells += [
            _cell("markdown", with_drawings(item.statement(language), as_image)),
            _cell("code", item.starter(language).rstrip()),
        ]
        if item.question in tests:
            cells.append(_cell("code", f'grader.check("{item.question}")'))
    for index, cell in enumerate(cells):
        cell["id"] = hashlib.sha256(f"{index}/{cell['source']}".encode()).hexdigest()[:12]
    metadata: dict[str, Any] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    if tests:
        metadata["otter"] = {"OK_FORMAT": True, "tests": tests}
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
    return cell
