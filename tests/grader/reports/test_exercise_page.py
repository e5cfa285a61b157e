"""An exercise's page: what a student may see, and what a teacher sees besides."""

import re

import pytest
from report_samples import BANK
from test_pages import Reader

from exercises.kit.catalogue import load_exercise
from exercises.kit.seeds import Seeds
from grader.reports.exercise_page import exercise_page, read_solution

NAMES = ("mean_loss", "pool_sizes", "gate_gradient", "entropy_choice")
SOLUTION = '''"""The square has the derivative 2 (x - y):

    dL/dx = 2 (x - y) / N
          + 0.

So much for </script> it.
"""

import numpy as np


def worked(x):
    return x
'''


def shown(name, *, seed=3, solution=None, language="zh"):
    exercise = load_exercise(name) if "/" in name else load_exercise(f"made/{name}", BANK)
    sealed = exercise.seal(Seeds.from_number(seed, exercise.id))
    return exercise, sealed, exercise_page(exercise, sealed, language, seed=seed, solution=solution)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("solution", [None, SOLUTION])
def test_a_page_is_one_small_file_without_script_or_anything_from_outside(name, solution):
    html = shown(name, solution=solution)[2]
    reader = Reader(html)
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "iframe", "object", "link", "base", "form"}
    assert not [key for _, attributes in reader.tags for key in attributes if key.startswith("on")]
    policy = next(a["content"] for t, a in reader.tags if t == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none'; ")
    assert len(html.encode()) < 1_000_000


@pytest.mark.parametrize("name", NAMES)
def test_a_student_sees_statement_hints_points_and_starter_but_no_explanation(name):
    exercise, _, html = shown(name)
    text = Reader(html).text
    for language in ("zh", "en"):
        texts = exercise.statements[language]
        assert texts.title.partition("$")[0] in text[language]
        assert len(re.findall(r"提示 \d|Hint \d", text[language])) == len(texts.hints)
        assert not [wrong for wrong in texts.misconceptions if f"<p><code>{wrong}</code>" in html]
    rows = re.findall(r'<tr><td><code>(\w+)</code>.*?<td class="number">([\d.]+)</td></tr>', html)
    several = exercise.points if len(exercise.points) > 1 else {}
    assert [(part, float(points)) for part, points in rows] == 2 * list(several.items())
    assert "raise NotImplementedError" in text["en"] or f'answers["{exercise.id}"] = ' in text["en"]
    assert "常见误解" not in text["zh"]
    assert "参考解答" not in text["zh"]


@pytest.mark.parametrize("name", NAMES)
def test_a_teacher_sees_the_solution_and_every_mistake_explained(name):
    exercise, _, html = shown(name, solution=SOLUTION)
    text = Reader(html).text
    for language in ("zh", "en"):
        wrongs = exercise.statements[language].misconceptions
        assert [html.count(f"<p><code>{wrong}</code>") for wrong in wrongs] == [2] * len(wrongs)
        assert "def worked(x):\n    return x" in text[language]
        assert "So much for </script> it." in text[language]


def test_the_page_shows_the_variant_that_was_asked_for():
    one, other = (shown("pool_sizes", seed=seed) for seed in (3, 4))
    for _, sealed, html in (one, other):
        assert f"输入高宽都是 {sealed.params.height}" in Reader(html).text["zh"]
    assert one[1].params != other[1].params


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_asked_language_is_seen_first(language):
    reader = Reader(shown("mean_loss", language=language)[2])
    assert [a["id"] for tag, a in reader.tags if "checked" in a] == [f"language-{language}"]


def test_right_options_are_told_with_their_letters_to_teachers_alone():
    exercise, sealed, html = shown("entropy_choice", solution=SOLUTION)
    letters = re.findall(r"<li><code>(\w)</code>", html)
    assert letters == 2 * sorted(sealed.letter(name) for name in exercise.right)
    assert not re.findall(r"<li><code>(\w)</code>", shown("entropy_choice")[2])


def test_the_numbers_of_the_variant_are_told_to_teachers_alone():
    _, sealed, html = shown("pool_sizes", solution=SOLUTION)
    told = re.findall(r"<li><code>(\w+)</code> ([^<]*)</li>", html)
    assert told == 2 * [(name, str(value)) for name, value in sealed.truth.items()]
    assert "<li><code>" not in shown("pool_sizes")[2]


def test_items_are_told_in_order():
    exercise, sealed, html = shown("history/timeline", solution=SOLUTION)
    letters = re.findall(r"<li><code>(\w)</code>", html)
    assert letters == 2 * [sealed.letter(item) for item in exercise.items if item in sealed.shown]


def test_a_sample_of_a_written_answer_is_for_teachers():
    exercise, _, html = shown("history/why_deep_now", solution=SOLUTION)
    told, seen = Reader(html).text, Reader(shown("history/why_deep_now")[2]).text
    for language in ("zh", "en"):
        beginning = exercise.statements[language].sample[:30]
        assert beginning in told[language]
        assert beginning not in seen[language]
    assert "常见误解" not in told["zh"]  # it has none


def test_a_docstring_is_read_by_paragraphs_and_its_formulas_keep_their_lines():
    read = read_solution(SOLUTION)
    assert read.paragraphs == (
        (False, "The square has the derivative 2 (x - y):"),
        (True, "dL/dx = 2 (x - y) / N\n      + 0."),
        (False, "So much for </script> it."),
    )
    assert read.code.startswith("import numpy as np\n\n\ndef worked")
    assert read_solution("x = 1\n").paragraphs == ()
    assert read_solution("x = 1\n").code == "x = 1"


def test_given_code_that_the_statement_shows_is_not_repeated_in_the_starter():
    html = shown("feedforward/torch_training")[2]
    text = Reader(html).text
    assert [text[language].count("def scores_of(") for language in ("zh", "en")] == [1, 1]
