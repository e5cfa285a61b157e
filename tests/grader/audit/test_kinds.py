"""Exercises that are no code are audited too: each kind's right, odd and wrong answers."""

import pytest

from exercises.kit.catalogue import load_exercise
from grader.audit.checks import audit, audit_part
from grader.audit.subject import Counts, Subject

HINTS = "## hints\n1. {one}\n2. {two}\n3. {three}\n"
WORDS = {
    "en": (
        "# Title\nSome text.\n",
        {"one": "One.", "two": "Two.", "three": "Three."},
        "Wrong. It is not so.",
    ),
    "zh": ("# 题目\n一段文字。\n", {"one": "一。", "two": "二。", "three": "三。"}, "不对。并非如此。"),
}
CHOICE = (
    'Choice(right="a b", wrong="c d e", points=2, syllabus="losses.mse", difficulty=1)',
    'right = {"a", "b"}\n',
    {"options": "abcde", "misconceptions": "cde"},
)
ORDER = (
    'Order(items="a b c d e f", points=2, syllabus="losses.mse", difficulty=1)\n'
    'exercise.misconception(early="b a", swapped="d c", late="f e")',
    'order = ["a", "b", "c", "d", "e", "f"]\n',
    {"items": "abcdef", "misconceptions": ("early", "swapped", "late")},
)
WRITTEN = (
    'Written(rubric={"a": 2, "b": 1}, syllabus="losses.mse", difficulty=1)',
    'answers = {"demo/clipped": "It is so."}\n',
    {"points": "ab"},
)
DERIVATION = (
    'Derivation(symbols={"x": "(N,)", "y": "(N,)"}, steps={"z": (1, "x*y"), "w": (2, "z + x")}, '
    'syllabus="losses.mse", difficulty=1)\n'
    'exercise.misconception(of="z", c="x + y", d="x/y")\n'
    'exercise.misconception(of="w", e="z - x")\n'
    "@exercise.point\ndef point(rng):\n    return {'x': rng.normal(size=3), 'y': rng.normal(size=3)}",
    'answers = {"demo/clipped": {"z": "x * y", "w": "z + x"}}\n',
    {"points": "zw", "misconceptions": "cde"},
)
KINDS = {"choice": CHOICE, "order": ORDER, "written": WRITTEN, "derivation": DERIVATION}


def statements(sections):
    texts = {}
    for language, (title, hints, wrong) in WORDS.items():
        text = title
        if "points" in sections:
            text += "## points\n" + "".join(f"- {name}: {hints['one']}\n" for name in sections["points"])
        text += HINTS.format(**hints)
        for section in ("options", "items"):
            if section in sections:
                text += f"## {section}\n" + "".join(f"### {name}\n`{name}`\n" for name in sections[section])
        if "misconceptions" in sections:
            names = sections["misconceptions"]
            text += f"## solution\n{wrong}\n"
            text += "## misconceptions\n" + "".join(f"### {name}\n{wrong}\n" for name in names)
        else:
            text += f"## sample\n{wrong}\n"
        texts[language] = text
    return texts


def subject(bank, kind, change=lambda text: text):
    declaration, solution, sections = KINDS[kind]
    module = f"from exercises.kit import {kind.capitalize()}\n\nexercise = {declaration}\n"
    written = bank.write(module, f'"""It is so."""\n\n{change(solution)}', statements(sections))
    return Subject(load_exercise(written, bank.root), Counts(solution=5, whole=5), bank.runners)


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_one_is_fit(bank, kind):
    outcome = audit(subject(bank, kind))
    assert {name: found for name, found in outcome.complaints.items() if found} == {}


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("choice", '{"a", "b"}', '{"a"}'),
        ("order", '"a", "b"', '"b", "a"'),
        ("derivation", "z + x", "z + y"),
        ("written", "It is so.", " "),
    ],
)
def test_a_wrong_solution_is_told(bank, kind, old, new):
    found = audit_part(subject(bank, kind, lambda text: text.replace(old, new)), "judging").complaints
    assert found["solution"]


def test_options_so_few_that_guessing_pays_are_told(bank):
    module = (
        "from exercises.kit import Choice\n\n"
        'exercise = Choice(right="a b", wrong="c", points=2, syllabus="losses.mse", difficulty=1)\n'
    )
    written = bank.write(module, CHOICE[1], statements({"options": "abc", "misconceptions": "c"}))
    one = Subject(load_exercise(written, bank.root), Counts(solution=5, whole=5), bank.runners)
    assert any("4 at least" in text for text in audit_part(one, "texts").complaints["declared"])
    assert audit_part(one, "judging").complaints["trivial"][0].startswith("all options earns")
