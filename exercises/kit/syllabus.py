"""The syllabus: every point that the course examines, in `exercises/syllabus.toml`, ours and each bank's."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import root_of, roots

FILE = "syllabus.toml"
_DIFFICULTY = re.compile(r"\bdifficulty=(\d)")


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


def in_course_order(exercise_ids: Iterable[str]) -> tuple[str, ...]:
    """The ids in the order of the syllabus' topics, easy ones of a topic first. Imports no exercise."""
    topics = list(dict.fromkeys(point.id.partition(".")[0] for point in load_syllabus()))

    def place(exercise_id: str) -> tuple[int, int, str]:
        topic = exercise_id.partition("/")[0]
        source = (root_of(exercise_id) / f"{exercise_id}.py").read_text(encoding="utf-8")
        difficulty = _DIFFICULTY.search(source)
        at = topics.index(topic) if topic in topics else len(topics)
        return at, int(difficulty[1]) if difficulty else 0, exercise_id

    return tuple(sorted(exercise_ids, key=place))


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
