import unicodedata

import pytest
from bilingual import assert_bilingual
from hypothesis import given
from hypothesis import strategies as st

from grader.submissions.syntax import _explained, explain_syntax_error


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
    problem = explain_syntax_error(f"a = 1\n{line}\n", "0042.py")
    assert_bilingual(problem)
    for text in (problem.zh, problem.en):
        assert unicodedata.name(character) in text
        assert f" {instead} " in text
        assert "0042.py" in text
        assert line in text
    assert "line 2" in problem.en
    assert "第 2 行" in problem.zh


@pytest.mark.parametrize("space", ["\u3000", "\u00a0"])
def test_a_foreign_space_is_named(space):
    problem = explain_syntax_error(f"def f(x):\n{space}{space}return x\n", "a.py")
    assert_bilingual(problem)
    assert unicodedata.name(space) in problem.en
    assert "ordinary space" in problem.en
    assert "普通空格" in problem.zh


def test_an_invisible_character_is_to_be_deleted():
    problem = explain_syntax_error("x = 1\u200b\n", "a.py")
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
        ("-" * 100_000 + "1", "nested too deeply"),
        ("a" + ".b" * 50_000, "nested too deeply"),
        ("x = 1\ny\0 = 2", "NUL"),
        ("def f(a, a): pass\n", "Python says"),
        ("# -*- coding: gbk -*-\nx = = 1", "line 2"),
    ],
)
def test_each_usual_error_is_explained_in_both_languages(source, words):
    problem = explain_syntax_error(source, "work.ipynb[3]")
    assert words in problem.en
    assert_bilingual(problem)


@pytest.mark.parametrize(
    "source", ["", "x = 1\n", "# -*- coding: gbk -*-\nx = '中文'\n", 's = "，。（）"\n', "ｘ = 1\n"]
)
def test_python_has_nothing_to_explain(source):
    assert explain_syntax_error(source, "a.py") is None


@given(st.text(alphabet="ab1 \n\t()[]{}:='\"#\\，（）“”：；。　\u00a0\u200b\0é%!?", max_size=40))
def test_any_text_is_python_or_is_explained(source):
    problem = explain_syntax_error(source, "a.py")
    try:
        compile(source, "a", "exec")
    except (SyntaxError, ValueError):
        assert problem is not None
        assert problem.zh.startswith("a.py")
        assert problem.en.startswith("a.py")
    else:
        assert problem is None


@pytest.mark.parametrize(
    ("line", "offset", "character"),
    [
        ("x = 1；y = 2", 5, "；"),
        ("x = 0xff，", 8, "，"),
        ("x = 1\u200b", 5, "\u200b"),
        ("x = 3²", 5, "²"),
        ("x = 3²", 6, "²"),
    ],
)
def test_older_pythons_call_it_an_invalid_literal_and_the_character_is_named_all_the_same(
    line, offset, character
):
    """As Python 3.11.2 tells it, which Debian 12 has."""
    error = SyntaxError("invalid decimal literal", ("<submission>", 1, offset, line))
    problem = _explained(line, "a.py", 1, error.msg, error)
    assert f"U+{ord(character):04X}" in problem.zh
    assert f"U+{ord(character):04X}" in problem.en


@pytest.mark.parametrize("line", ["x = 12abc", "x = 3倍"])
def test_a_letter_after_a_digit_is_no_character_to_replace(line):
    error = SyntaxError("invalid decimal literal", ("<submission>", 1, 5, line))
    assert "U+" not in _explained(line, "a.py", 1, error.msg, error).en
