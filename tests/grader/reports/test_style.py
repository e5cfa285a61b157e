"""The pages' style: nothing is hidden without a sign, and no word broken that has room."""

import re
from pathlib import Path

import grader.reports

STYLE = (Path(grader.reports.__file__).parent / "templates" / "style.css").read_text(encoding="utf-8")
RULES = [
    ({selector.strip() for selector in selectors.split(",")}, body)
    for selectors, body in re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    )
]


def bodies(selector):
    return " ".join(body for selectors, body in RULES if selector in selectors)


def test_code_and_examples_grow_as_long_as_they_are():
    assert "overflow: auto" in bodies("pre")
    assert not [selectors for selectors, body in RULES if "max-height" in body and "pre" in str(selectors)]


def test_what_scrolls_sideways_shades_the_edge_behind_which_there_is_more():
    for selector in ("pre", ".math.block", ".scroll"):
        assert "no-repeat local" in bodies(selector)
        assert "no-repeat scroll" in bodies(selector)


def test_a_word_is_broken_only_where_a_line_has_no_room_for_it():
    assert "overflow-wrap: break-word" in bodies("main")
    assert "anywhere" not in STYLE
    assert "break-all" not in STYLE
