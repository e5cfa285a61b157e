"""Markdown of ours is set, text of students is shown as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import EVIL

from grader.reports.formulas import FormulaError, readable
from grader.reports.markdown import (
    literal,
    plain_sentence,
    plain_text,
    quoted,
    sentence_html,
    statement_html,
    told_html,
)
from grader.reports.visible import capped, on_one_line, visible

HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("`$\\*_<>&[]()!~^\"' \n\tab1\u202e\x1b"), st.characters())
)


@given(HOSTILE, st.sampled_from(["", "before $x$ ", "`code` and "]))
def test_a_quoted_text_comes_back_character_by_character(text, before):
    shown = plain_sentence(before + quoted(text, 10_000) + " $y$ after")
    assert shown.endswith(" y after")
    assert on_one_line(text).strip(" ") in shown


@given(HOSTILE)
def test_a_literal_sentence_comes_back_character_by_character(text):
    assert plain_sentence(literal(text)) == on_one_line(text)


@given(HOSTILE)
def test_nothing_quoted_becomes_a_tag(text):
    for written in (quoted(text), literal(text)):
        tags = set(re.findall(r"<(/?\w+)", told_html(written)))
        assert tags <= {"code", "/code"}


@given(HOSTILE)
def test_no_text_at_all_makes_a_sentence_fail_or_open_a_foreign_tag(text):
    tags = set(re.findall(r"<(\w+)[^>]*>", told_html(text)))
    assert not tags & {"script", "img", "a", "iframe", "style", "svg", "form", "input"}


def test_raw_html_in_a_statement_is_text():
    assert "<script" not in statement_html(EVIL.replace("$\\frac$", ""))
    assert "&lt;script&gt;" in statement_html("<script>alert(1)</script>")


def test_a_bad_formula_of_ours_is_an_error_that_shows_it():
    for render in (statement_html, sentence_html):
        with pytest.raises(FormulaError, match=r"\\nosuch"):
            render(r"see $\nosuch{x}$")


def test_a_bad_formula_in_a_told_sentence_is_shown():
    assert r"<code>\nosuch{x}</code>" in told_html(r"see $\nosuch{x}$")


def test_formulas_become_mathml_inline_and_displayed():
    html = statement_html("so $x_1$\n\n$$\\frac{a}{b}$$\n")
    assert "<msub><mi>x</mi><mn>1</mn></msub>" in html
    assert '<math display="block"><mfrac>' in html


def test_tables_and_code_are_set():
    html = statement_html("| a | b |\n|---|---|\n| 1 | `c` |\n\n```python\nx = 1 < 2\n```\n")
    assert "<table>" in html
    assert "x = 1 &lt; 2" in html


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\frac{1}{N}\sum_{i=1}^{N} x_i", "1/N∑_(i=1)^N x_i"),
        (r"\frac{a+b}{ND}", "(a+b)/(ND)"),
        (r"\sqrt{\hat\sigma^2 + \epsilon}", "√(σ̂^2 + ε)"),
        (r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", "[1, 2; 3, 4]"),
        (r"h = o \odot \tanh(c)", "h = o ⊙ tanh(c)"),
        (r"\operatorname{softmax}(x) \in \mathbb{R}^{N \times D}", "softmax(x) ∈ R^(N × D)"),
        (r"\left\lfloor \frac{H - k}{s} \right\rfloor + 1", "⌊ (H - k)/s ⌋ + 1"),
        (r"\frac", "/()"),
        (r"x^", "x^"),
        ("{" * 50, ""),
    ],
)
def test_formulas_can_be_read_in_a_terminal(latex, text):
    assert readable(latex) == text


@given(st.text(alphabet="\\{}^_&fracsqt x1", max_size=60))
def test_no_latex_makes_the_terminal_fail(latex):
    assert "\n" not in readable(latex)


def test_a_statement_in_plain_text():
    markdown = (
        "# Loss\n\nReturn $L$:\n\n$$L = \\frac{a}{b}$$\n\n- **one** `x`\n- two\n\n"
        "```python\nf(x)\n```\n\nEnd.\n"
    )
    assert plain_text(markdown) == "Loss\n\nReturn L:\n\n    L = a/b\n\n- one x\n- two\n\n    f(x)\n\nEnd."


def test_invisible_characters_are_named():
    assert visible("a\u202eb\x1b[31m\x00\u200b\n\t") == "a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+0000⟩⟨U+200B⟩\n\t"
    assert on_one_line("a\nb\tc\rd") == "a⟨U+000A⟩b⟨U+0009⟩c⟨U+000D⟩d"


def test_long_text_says_how_much_is_missing():
    assert capped("x" * 30, 10) == "x" * 10 + " … (+20)"
    assert capped("x" * 10, 10) == "x" * 10
