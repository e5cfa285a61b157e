"""A workbook's embedded tests, run by the real otter in a real notebook."""

import contextlib
import json

import pytest
from hypothesis import settings

from exercises.kit.catalogue import ROOT, exercise_ids, load_exercise
from exercises.kit.code import Code
from exercises.kit.seeds import Seeds
from grader.workbooks.item import Item
from grader.workbooks.notebook import notebook

otter = pytest.importorskip("otter", reason="otter-grader is not installed")

CODE = [e for name in exercise_ids() if isinstance(e := load_exercise(name), Code) and not e.view_function]
EVERY = 8
"""Notebooks tried by default, one of so many; all with the full counts. Any with given functions are."""
WITH_TESTS = [
    e.id
    for k, e in enumerate(CODE)
    if k % EVERY == 0 or e.given_functions or settings.default.max_examples >= 500
]


def write(folder, name):
    exercise = load_exercise(name)
    item = Item(question=name, exercise=exercise, sealed=exercise.seal(Seeds.from_number(3, name)))
    (folder / "work.ipynb").write_text(notebook([item], name="work.ipynb", seed=3, language="en"))
    return item


def passed(folder, name, source):
    """Whether `grader.check` passes with this source run before it."""
    scope = {}
    exec(compile(source, "work.ipynb", "exec"), scope)
    with contextlib.chdir(folder):
        grader = otter.Notebook("work.ipynb", tests_dir="")
        outcome = grader.check(name, global_env=scope)
    return all(case.passed for case in outcome.test_case_results)


@pytest.mark.parametrize("name", WITH_TESTS)
@pytest.mark.filterwarnings("ignore")
def test_otter_passes_a_solved_notebook_and_fails_a_wrong_one(tmp_path, name):
    item = write(tmp_path, name)
    solution = (ROOT.parent / "solutions" / f"{name}.py").read_text()
    assert passed(tmp_path, name, solution)
    wrong = "".join(f"\ndef {f}(*args): return (0.5,) * 6\n" for f in item.exercise.functions)
    assert not passed(tmp_path, name, solution + wrong)


def test_a_notebook_holds_no_expected_value_of_hidden_cases(tmp_path):
    item = write(tmp_path, "losses/svm_loss")
    text = (tmp_path / "work.ipynb").read_text()
    json.loads(text)
    for case in item.sealed.hidden:
        assert repr(float(case.expected["loss"])) not in text
