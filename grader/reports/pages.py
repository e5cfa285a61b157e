"""What every page has: one file, both languages, no script, nothing from outside, all text escaped."""

import base64
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from exercises.kit.base import Language
from grader.reports.visible import visible

LANGUAGES: tuple[Language, ...] = ("zh", "en")
_HERE = Path(__file__).parent


def page(content: str, heading: str, language: Language, sides: Sequence[Any], **shared: object) -> str:
    """Fill a template for each language's side of a page.

    Parameters
    ----------
    content : str
        Name of the template that makes one side.
    heading : str
        For the browser's tab.
    language : Language
        The side that is seen first.
    sides : sequence
        One model a language; each has `language`.
    """
    template = _environment().get_template("page.html")
    return template.render(
        content=content,
        heading=heading,
        language=language,
        sides=sides,
        style=_style(),
        **{"wide": False, **shared},
    )


def part_of_page(content: str, **shared: object) -> Markup:
    """Fill a template that is a part of a page."""
    return Markup(_environment().get_template(content).render(**shared))  # noqa: S704 - it has escaped all


def percent_of(score: float, max_score: float) -> float:
    """Width of a bar in percent."""
    share = score / max_score if max_score > 0 else 0
    return round(100 * share, 1) if 0 <= share <= 1 else 0


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_seen,
    )


def _seen(value: object) -> object:
    """Whatever is filled in shows its invisible characters; `Markup` is ours and stays as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _style() -> Markup:
    font = base64.b64encode((_HERE / "fonts" / "stix-two-math.woff2").read_bytes()).decode()
    source = (_HERE / "templates" / "style.css").read_text(encoding="utf-8")
    return Markup(source.replace("{{ font }}", f"data:font/woff2;base64,{font}"))  # noqa: S704 - our own file
