"""The syllabus: every point that the course examines, kept in `exercises/syllabus.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from exercises.kit.base import Frozen, Text

PATH = Path(__file__).resolve().parent.parent / "syllabus.toml"


class SyllabusPoint(Frozen):
    """One point, such as `losses.kl`."""

    id: str
    text: Text
    topic: Text
    boxed: bool = False
    """Singled out by the course's notes (□)."""
    beyond: bool = False
    """Goes beyond the notes."""


@cache
def load_syllabus() -> tuple[SyllabusPoint, ...]:
    """Every point, in the order in which the course comes to them."""
    with PATH.open("rb") as file:
        topics = tomllib.load(file)
    return tuple(
        SyllabusPoint(
            id=f"{topic}.{name}",
            text=Text(zh=point.pop("zh"), en=point.pop("en")),
            topic=Text(zh=entry["zh"], en=entry["en"]),
            **point,
        )
        for topic, entry in topics.items()
        for name, point in entry["points"].items()
    )
