"""What pydantic found wrong with an assessment, in words that say what to write instead."""

import difflib
from typing import Final

from pydantic_core import ErrorDetails

from exercises.kit.base import Text
from grader.assessments.lines import Place
from grader.submissions.problems import displayed, joined, sentence

_EXAMPLES: Final = {
    "title": 'title = "期中考试"',
    "zh": 'title = { zh = "期中", en = "Midterm" }',
    "en": 'title = { zh = "期中", en = "Midterm" }',
    "variants": 'variants = "fixed"',
    "seed": "seed = 2024",
    "modules": 'modules = ["torch"]',
    "secret_file": 'secret_file = "midterm.secret"',
    "questions": '[[questions]] exercise = "losses/kl_divergence"',
    "exercise": 'exercise = "losses/kl_divergence"',
    "id": 'id = "q1"',
    "points": "points = 10",
}

# By the beginning of pydantic's error type; {key}, {found}, {bound} are facts.
_SENTENCES: Final = {
    "missing": ("缺少 {key}。", "{key} is missing."),
    "string": ("{key} 应是字符串，却是 {found}。", "{key} should be a string, but is {found}."),
    "literal": ("{key} 应是 {bound}，却是 {found}。", "{key} should be {bound}, but is {found}."),
    "int": ("{key} 应是整数，却是 {found}。", "{key} should be a whole number, but is {found}."),
    "float": ("{key} 应是数，却是 {found}。", "{key} should be a number, but is {found}."),
    "finite": ("{key} 应是有限的数，却是 {found}。", "{key} should be a finite number, but is {found}."),
    "greater_than_equal": (
        "{key} 应不小于 {bound}，却是 {found}。",
        "{key} should be {bound} or more, but is {found}.",
    ),
    "greater_than": (
        "{key} 应大于 {bound}，却是 {found}。",
        "{key} should be above {bound}, but is {found}.",
    ),
    "less_than_equal": (
        "{key} 应不大于 {bound}，却是 {found}。",
        "{key} should be {bound} or less, but is {found}.",
    ),
    "tuple": ("{key} 应是数组，却是 {found}。", "{key} should be an array, but is {found}."),
    "model": ("{key} 应是表，却是 {found}。", "{key} should be a table, but is {found}."),
    "too_short": ("{key} 里一项也没有。", "There is nothing in {key}."),
}


def about(error: ErrorDetails, allowed: list[str]) -> tuple[Place, Text]:
    """Return where an error is, and its sentence; `allowed` are the keys that its table may have."""
    place = error["loc"]
    key = str(next((part for part in reversed(place) if isinstance(part, str)), ""))
    if error["type"] == "extra_forbidden":
        return place, _unknown_key(key, allowed)
    context = error.get("ctx", {})
    bound = next((context[name] for name in ("expected", "gt", "ge", "le") if name in context), "")
    facts = {"key": key, "found": _shown(error["input"]), "bound": str(bound).replace(" or ", " / ")}
    templates = next((text for start, text in _SENTENCES.items() if error["type"].startswith(start)), None)
    if templates is None:
        # Its own words, for kinds of error that the models above have no field for today.
        problem = sentence(
            "{key} 是 {found}：{message}。", "{key} is {found}: {message}.", **facts, message=error["msg"]
        )
    else:
        problem = sentence(*templates, **facts)
    if key in _EXAMPLES:
        return place, joined(
            problem,
            sentence("请写成例如 {example} 。", "Write, for instance, {example}", example=_EXAMPLES[key]),
        )
    return place, problem


def _unknown_key(key: str, allowed: list[str]) -> Text:
    shown = displayed(key)
    close = difflib.get_close_matches(key, allowed, n=1)
    if close:
        return sentence(
            "不认识 {key}，是不是 {close}？",
            "{key} is not known here; do you mean {close}?",
            key=shown,
            close=close[0],
        )
    return sentence(
        "不认识 {key}。这里可以写：{allowed}。",
        "{key} is not known here. One may write: {allowed}.",
        key=shown,
        allowed=", ".join(allowed),
    )


def _shown(value: object) -> str:
    """A value as TOML writes it, as far as that is short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{displayed(value)}"'
    return displayed(str(value))
