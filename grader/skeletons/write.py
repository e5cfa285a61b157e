"""Writes the four files of a new exercise, ready for the audit to have opinions on."""

import keyword
from pathlib import Path
from typing import Literal, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exercises.kit.base import Text
from exercises.kit.catalogue import EXERCISES, SOLUTIONS, exercise_ids, is_named_as_one

Kind = Literal["code", "torch", "training", "numeric", "derivation", "choice", "order", "written"]
KINDS: tuple[str, ...] = get_args(Kind)
TODO = "TODO"
"""Stands wherever a skeleton is to be changed; the audit finds every one."""
_TEMPLATES = Path(__file__).parent / "templates"


class SkeletonError(Exception):
    """No skeleton can be written; `problem` says why, and what to do."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


def write_skeleton(kind: Kind, exercise_id: str, bank: Path) -> tuple[Path, ...]:
    """Write module, statements and worked solution of a new exercise.

    Parameters
    ----------
    kind : str
    exercise_id : str
        `<topic>/<name>`, not taken yet.
    bank : Path
        The folder in which `exercises/` and `solutions/` lie; both are made where they are missing.

    Returns
    -------
    tuple of Path
        The files, the module first.

    Raises
    ------
    SkeletonError
        Where the id is none, or taken, or a file cannot be written.
    """
    topic, _, name = exercise_id.partition("/")
    if not is_named_as_one(topic, name) or keyword.iskeyword(name):
        raise SkeletonError(
            Text(
                zh=f"{exercise_id!r} 不能作编号。请写成 主题/名称，两者都用小写字母、数字和下划线，"
                "以字母开头，例如 losses/focal_loss。",
                en=f"{exercise_id!r} cannot be an id. Write topic/name, both of small letters, digits and "
                "underscores and beginning with a letter, such as losses/focal_loss.",
            )
        )
    exercises, solutions = bank / EXERCISES / topic, bank / SOLUTIONS / topic
    files = {
        exercises / f"{name}.py": "module.py",
        exercises / f"{name}.zh.md": "zh.md",
        exercises / f"{name}.en.md": "en.md",
        solutions / f"{name}.py": "solution.py",
    }
    there = [path for path in files if path.exists()]
    if there or exercise_id in exercise_ids():
        what = str(there[0]) if there else exercise_id
        raise SkeletonError(
            Text(
                zh=f"{what} 已经存在。请换一个编号，或先删去它。",
                en=f"{what} is there already. Take another id, or remove it first.",
            )
        )
    # the statements are templates themselves, so these have other brackets
    templates = Environment(
        loader=FileSystemLoader(_TEMPLATES / kind),
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  Python and Markdown, of names that were checked
    )
    try:
        for path, template in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            text = templates.get_template(f"{template}.jinja").render(name=name, id=exercise_id)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SkeletonError(
            Text(
                zh=f"无法写入 {error.filename}：{error.strerror}。",
                en=f"{error.filename} cannot be written: {error.strerror}.",
            )
        ) from None
    return tuple(files)
