"""A workbook as one Python file: statements as comments, starters below them."""

from collections.abc import Sequence

from exercises.kit.base import Language
from exercises.kit.drawing import as_text, with_drawings
from grader.workbooks.item import Item, variant_lines

_HEAD = {
    "zh": "# 在每题的注释下面作答，然后运行：kaodian check {name}",
    "en": "# Answer below each statement, then run: kaodian check {name}",
}


def script(items: Sequence[Item], *, name: str, seed: int | None, language: Language, title: str = "") -> str:
    """The workbook's source; arguments as `notebook` has them."""
    head = f"# {title}\n" * bool(title) + _HEAD[language].format(name=name)
    parts = [
        f"{variant_lines(seed, items)}\n{head}\n\nimport numpy as np\n\nanswers = {{}}\n",
    ]
    for item in items:
        statement = with_drawings(item.statement(language), as_text)
        comment = "\n".join(f"# {line}".rstrip() for line in statement.splitlines())
        parts.append(f"{comment}\n\n{item.starter(language)}")
    return "\n\n".join(parts)
