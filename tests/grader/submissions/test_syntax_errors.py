import unicodedata
import warnings

import pytest
from bilingual import assert_bilingual
from hypothesis import given
from hypothesis import strategies as st

from grader.submissions.syntax import syntax_cause


def cause_of(source):
    """What is told of the source, as Python's own compiler complains of it; None where it does not."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "work.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return syntax_cause(source, error.lineno, error.msg)
    return None


@pytest.mark.parametrize(
    ("line", "character", "instead"),
    [
        ("f(x，y)", "，", ","),
        ("print（x)", "（", "("),
        ("print(x）", "）", ")"),
        ("if x：", "：", ":"),
        ("s = “a”", "“", '"'),
        ('s = "a”', "”", '"'),
        ("s = ‘a’", "‘", "'"),
        ("x ＝ 1", "＝", "="),
        ("x = 1；y = 2", "；", ";"),
        ("x = 1。", "。", "."),
        ("x = a × b", "×", "*"),
        ("x = a － b", "－", "-"),
        ("x = 【1]", "【", "["),
        ("x = １", "１", "1"),
        ("if a ≤ b: pass", "≤", "<="),
        ("x = a²", "²", "**2"),
    ],
)
def test_a_full_width_character_is_named_with_what_to_type_instead(line, character, instead):
    problem = cause_of(f"a = 1\n{line}\n")
    assert_bilingual(problem)
    for text in (problem.zh, problem.en):
        assert unicodedata.name(character) in text
        assert f" {instead} " in text


@pytest.mark.parametrize("space", ["\u3000", "\u00a0"])
def test_a_foreign_space_is_named(space):
    problem = cause_of(f"def f(x):\n{space}{space}return x\n")
    assert_bilingual(problem)
    assert unicodedata.name(space) in problem.en
    assert "ordinary space" in problem.en
    assert "普通空格" in problem.zh


def test_an_invisible_character_is_to_be_deleted():
    problem = cause_of("x = 1\u200b\n")
    assert_bilingual(problem)
    assert "U+200B" in problem.zh
    assert "delete" in problem.en


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = (1,\ny = 2\n", "never closed"),
        ("x = 1)\n", "no opening bracket"),
        ("x = (1]\n", "does not match"),
        ("def f(x)\n    return x\n", "colon"),
        ("def f(x):\nreturn x\n", "indented block must follow line 1"),
        ("x = 1\n  y = 2\n", "indented for no reason"),
        ("if x:\n        y\n    z\n", "matches no level"),
        ("if x:\n\ty\n        z\n", "tabs and spaces"),
        ("print 'x'\n", "Python 2"),
        ("s = 'abc\n", "closing quote"),
        ('s = """abc\n', "three closing quotes"),
        ("if x = 1:\n    pass\n", "write =="),
        ("return 1\n", "inside a function"),
        ("break\n", "inside a loop"),
        ("x = 007\n", "begin with 0"),
        ("x = 2x\n", "followed by a letter"),
        ("x = 1 + \\ \n2\n", "backslash"),
        ("f(a=1, 2)\n", "without a name"),
        ("1 = x\n", "="),
        ("x = = 2\n", "not Python's syntax"),
        ("(" * 300, "nested too deeply"),
    ],
)
def test_each_usual_error_is_explained_in_both_languages(source, words):
    problem = cause_of(source)
    assert words in problem.en
    assert_bilingual(problem)


@pytest.mark.parametrize(
    "source", ["", "x = 1\n", "# -*- coding: gbk -*-\nx = '中文'\n", 's = "，。（）"\n', "ｘ = 1\n"]
)
def test_python_has_nothing_to_explain(source):
    assert cause_of(source) is None


@given(st.text(max_size=40), st.none() | st.integers(-3, 5), st.text(max_size=80))
def test_whatever_a_message_says_nothing_is_raised(source, line, message):
    for told in (
        message,
        f"invalid character '{message}' (U+FFFFFF)",
        f"unterminated {message} string literal",
    ):
        cause = syntax_cause(source, line, told)
        assert cause is None or (cause.zh and cause.en)


def test_of_an_unknown_message_nothing_is_told():
    assert cause_of("def f(a, a): pass\n") is None


def test_a_character_that_is_not_in_the_line_is_not_told():
    assert syntax_cause("x = 1", 1, "invalid character '，' (U+FF0C)") is None


@pytest.mark.parametrize(
    ("line", "character"),
    [("x = 1；y = 2", "；"), ("x = 0xff，", "，"), ("x = 1\u200b", "\u200b"), ("x = 3²", "²")],
)
def test_older_pythons_call_it_an_invalid_literal_and_the_character_is_named_all_the_same(line, character):
    """As Python 3.11.2 tells it, which Debian 12 has."""
    problem = syntax_cause(line, 1, "invalid decimal literal")
    assert f"U+{ord(character):04X}" in problem.zh
    assert f"U+{ord(character):04X}" in problem.en


@pytest.mark.parametrize("line", ["x = 12abc", "x = 3倍"])
def test_a_letter_after_a_digit_is_no_character_to_replace(line):
    assert "U+" not in syntax_cause(line, 1, "invalid decimal literal").en
