"""The syllabus: every point that the course examines, in `exercises/syllabus.toml`, ours and each bank's."""

import tomllib
from functools import cache
from pathlib import Path

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import roots

FILE = "syllabus.toml"


class SyllabusPoint(Frozen):
    """One point, such as `losses.kl`."""

    id: str
    text: Text
    topic: Text
    boxed: bool = False
    """Singled out by the course's notes (□)."""
    beyond: bool = False
    """Goes beyond the notes."""


def load_syllabus() -> tuple[SyllabusPoint, ...]:
    """Every point, in the order in which the course comes to them."""
    files = (root / FILE for root in roots())
    return tuple(point for file in files if file.is_file() for point in _read(file))


@cache
def _read(path: Path) -> tuple[SyllabusPoint, ...]:
    with path.open("rb") as file:
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
