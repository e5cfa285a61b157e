"""The cut font has every character that formulas of the course are set with."""

import re
from html import unescape
from pathlib import Path

import pytest
from report_samples import BANK

from exercises.kit.catalogue import ROOT
from grader.reports.formulas import mathml

FONT = Path(__file__).parents[3] / "grader/reports/fonts/stix-two-math.woff2"
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.DOTALL)
ITALIC = {
    **{chr(97 + n): chr(0x1D44E + n) for n in range(26)},
    **{chr(65 + n): chr(0x1D434 + n) for n in range(26)},
}
ITALIC["h"] = "ℎ"


def characters_of(mathml_text: str) -> set[str]:
    """As a browser draws them: one letter between `<mi>` and `</mi>` is slanted."""
    found: set[str] = set()
    for tag, attributes, text in re.findall(r"<(mi|mo|mn|mtext)([^>]*)>([^<]*)<", mathml_text):
        text = unescape(text)
        if tag == "mi" and len(text) == 1 and "normal" not in attributes:
            text = ITALIC.get(text, text)
        if tag != "mtext":
            found.update(text)
    return found


@pytest.mark.parametrize("path", sorted([*BANK.glob("*/*.md"), *ROOT.glob("*/*.md")]), ids=lambda p: p.name)
def test_every_formula_of_a_statement_is_in_the_font(path):
    fonts = pytest.importorskip("fontTools.ttLib", reason="fonttools is missing")
    pytest.importorskip("brotli", reason="brotli is missing")
    known = set(fonts.TTFont(FONT).getBestCmap())
    # a template's own numbers stand where 1 does here
    text = re.sub(r"\{\{.*?\}\}", "1", path.read_text(encoding="utf-8"))
    text = re.sub(r"```.*?```|`[^`\n]*`|\{%.*?%\}", "", text, flags=re.DOTALL)
    for display, inline in FORMULA.findall(text):
        missing = {c for c in characters_of(mathml((display or inline).strip())) if ord(c) not in known}
        assert not missing, (display or inline, missing)


def test_the_font_is_small_has_a_math_table_and_its_licence():
    fonts = pytest.importorskip("fontTools.ttLib", reason="fonttools is missing")
    pytest.importorskip("brotli", reason="brotli is missing")
    assert FONT.stat().st_size < 120_000
    assert "MATH" in fonts.TTFont(FONT)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONT.parent / "OFL.txt").read_text(encoding="utf-8")
