"""Statements: one Markdown file a language, with title, statement, hints and explanations.

`name.zh.md` and `name.en.md` stand beside `name.py`:

    # Title
    The statement, a Jinja2 template with LaTeX between dollar signs.
    ## points          (code: what each aspect looks at; numbers, formulas: each step; written: the rubric)
    - value: the value of the loss
    ## hints
    1. From a nudge ...
    2. ... to the decisive idea.
    ## options         (choice)
    ### name
    ## items           (order)
    ### name
    ## sample          (written: an answer that meets the rubric, for TAs)
    ## solution        (all others: how one comes to the answer, beside the worked solution's code)
    ## misconceptions
    ### name         (those that are `same_as` another have no text of their own)
    Why it is wrong, in two or three sentences.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from exercises.kit.base import Frozen, Language
from exercises.kit.exercise import DeclarationError

if TYPE_CHECKING:  # Jinja2 is imported when a statement is filled in: many are only asked for their title
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

    from exercises.kit.exercise import Exercise

_SECTIONS = ("points", "hints", "options", "items", "sample", "solution", "misconceptions")
_WITHOUT_POINTS = ("choice", "order")
"""Kinds with a single part, of which there is nothing to say."""


class Statement(Frozen):
    """The texts of an exercise in one language."""

    title: str
    template: str
    points: dict[str, str]
    hints: tuple[str, ...]
    options: dict[str, str]
    items: dict[str, str]
    sample: str
    """Markdown; "" where the exercise is not written."""
    solution: str
    """The derivation of the answer, in Markdown; "" while there is none."""
    misconceptions: dict[str, str]

    def render(self, view: dict[str, Any]) -> str:
        """The statement as Markdown, with a variant's own numbers.

        Raises
        ------
        DeclarationError
            Where the template uses a name that the variant does not have.
        """
        from jinja2 import TemplateError

        try:
            return _compiled(self.template).render(view)
        except TemplateError as error:
            raise DeclarationError(f"statement {self.title!r}: {error}") from error


def read_statement(exercise: "Exercise", language: Language) -> Statement:
    """Read an exercise's statement in one language.

    Raises
    ------
    DeclarationError
        Where the file is missing, has no title or hints, or names what the module does not.
    """
    path = exercise.path.with_suffix(f".{language}.md")
    if not path.is_file():
        raise DeclarationError(f"{exercise.id}: {path.name} is missing; every exercise has it in zh and en")
    try:
        statement = _parse(path, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise DeclarationError(f"{path} is not in UTF-8; save it so") from None
    _compare_names(
        path, "points", statement.points, {} if exercise.kind in _WITHOUT_POINTS else exercise.points
    )
    told = dict.fromkeys(wrong.told_as for wrong in exercise.misconceptions.values())
    _compare_names(path, "misconceptions", statement.misconceptions, told)
    _compare_names(path, "options", statement.options, getattr(exercise, "options", ()))
    _compare_names(path, "items", statement.items, getattr(exercise, "items", ()))
    if (exercise.kind == "written") != bool(statement.sample):
        raise DeclarationError(f"{path.name}: a written exercise, and no other, has a text under `## sample`")
    return statement


def _parse(path: Path, text: str) -> Statement:
    if not text.startswith("# "):
        raise DeclarationError(f"{path.name}: the first line is the title, `# ...`")
    title, _, rest = text[2:].partition("\n")
    pieces = re.split(r"^## (.+)$", rest, flags=re.MULTILINE)
    sections = {name.strip(): body for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    unknown = sections.keys() - set(_SECTIONS)
    if unknown:
        raise DeclarationError(f"{path.name}: unknown section {sorted(unknown)}; known are {_SECTIONS}")
    hints = re.split(r"^\d+\.\s+", sections.get("hints", ""), flags=re.MULTILINE)[1:]
    if not hints:
        raise DeclarationError(f"{path.name}: `## hints` has no numbered hint")
    return Statement(
        title=title.strip(),
        template=pieces[0].strip(),
        points=dict(re.findall(r"^- ([\w.]+): *(.+)$", sections.get("points", ""), flags=re.MULTILINE)),
        hints=tuple(" ".join(hint.split()) for hint in hints),
        options=_entries(sections.get("options", "")),
        items=_entries(sections.get("items", "")),
        sample=sections.get("sample", "").strip(),
        solution=sections.get("solution", "").strip(),
        misconceptions=_entries(sections.get("misconceptions", "")),
    )


def _entries(body: str) -> dict[str, str]:
    pieces = re.split(r"^### (.+)$", body, flags=re.MULTILINE)
    return {
        name.strip(): " ".join(text.split()) for name, text in zip(pieces[1::2], pieces[2::2], strict=True)
    }


def _compare_names(path: Path, section: str, written: Any, declared: Any) -> None:
    missing, unknown = [n for n in declared if n not in written], [n for n in written if n not in declared]
    if missing or unknown:
        raise DeclarationError(
            f"{path.name}: `## {section}` lacks {missing or 'nothing'} and has {unknown or 'nothing'} "
            "that the module does not declare"
        )


@lru_cache(maxsize=1024)
def _compiled(template: str) -> "Template":
    return _environment().from_string(template)


@cache
def _environment() -> "SandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    from exercises.kit.drawing import Draw

    # ours are trusted, a private bank's templates less so; Markdown is escaped when it is rendered
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = shown
    environment.filters["latex"] = latex
    environment.globals["draw"] = Draw
    return environment


def shown(value: Any) -> str:
    """A value as a student would type it: arrays as nested lists, at most six significant digits."""
    if isinstance(value, np.ndarray):
        if value.dtype.kind == "f":
            value = _six_digits(value) + 0.0  # no "-0."
        return np.array2string(value, separator=", ", precision=6, max_line_width=100, suppress_small=True)
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {shown(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(shown, value)) + (",)" if len(value) == 1 else ")")
    if isinstance(value, list):
        return "[" + ", ".join(shown(entry) for entry in value) + "]"
    return repr(value)


def _six_digits(array: np.ndarray) -> np.ndarray:
    """Six significant digits, for what was rounded to float32 ends in others that nobody drew."""
    return np.array([float(f"{entry:.6g}") for entry in array.flat]).reshape(array.shape).round(6)


def latex(value: Any) -> str:
    """A number, vector or matrix in LaTeX."""
    array = np.asarray(value)
    if array.ndim == 0:
        return f"{array.item():.6g}" if array.dtype.kind == "f" else str(array.item())
    rows = array.reshape(1, -1) if array.ndim == 1 else array
    body = r" \\ ".join(" & ".join(latex(entry) for entry in row) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"
