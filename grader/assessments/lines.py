"""Finds the line of a TOML file that an error is about."""

import re

Place = tuple[str | int, ...]
"""A path of keys and indices, such as ("questions", 2, "points")."""


def line_of(text: str, place: Place) -> int | None:
    """Return the line, counted from 1, of a key; of its table if it is not there; None if that is not found.

    It looks at the lines alone: tables written inline are found by their own key's line.
    """
    names = [part for part in place if isinstance(part, str)]
    if not names:
        return None
    index = next((part for part in place if isinstance(part, int)), None)
    lines = text.splitlines()
    table, *keys = names
    if index is not None:
        header = re.compile(rf"\s*\[\[\s*{_key(table)}\s*\]\]")
        starts = [number for number, line in enumerate(lines) if header.match(line)]
        if index >= len(starts):
            return _first(lines, 0, len(lines), rf"\s*{_key(table)}\s*=")
        return _within(lines, starts[index], keys)
    header = re.compile(rf"\s*\[{{1,2}}\s*{_key(table)}\s*\]")
    start = next((number for number, line in enumerate(lines) if header.match(line)), None)
    if start is not None:
        return _within(lines, start, keys)
    top = next((number for number, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    dotted = "".join(rf"\s*\.\s*{_key(key)}" for key in keys)
    return _first(lines, 0, top, rf"\s*{_key(table)}{dotted}\s*=") or _first(
        lines, 0, top, rf"\s*{_key(table)}\b"
    )


def _within(lines: list[str], start: int, keys: list[str]) -> int:
    """The line of the first of `keys` in the table whose header is at `start`, else the header's."""
    after = range(start + 1, len(lines))
    end = next((number for number in after if lines[number].lstrip().startswith("[")), len(lines))
    found = _first(lines, start + 1, end, rf"\s*{_key(keys[0])}\s*=") if keys else None
    return found or start + 1


def _first(lines: list[str], start: int, end: int, pattern: str) -> int | None:
    return next((number + 1 for number in range(start, end) if re.match(pattern, lines[number])), None)


def _key(name: str) -> str:
    return rf"[\"']?{re.escape(name)}[\"']?"
