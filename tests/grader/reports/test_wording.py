"""Every remark has words in both languages, which say the same and tell no exception's message."""

import itertools
import json
import os
import re
from pathlib import Path
from typing import get_args

import pytest
from report_samples import EVIL, EXAMPLE, SECRET_VALUE, bank

from exercises.kit.base import Text
from grader.judging.result import Finding, FindingKind, Relation, Verdict
from grader.reports.fault_words import explain_fault
from grader.reports.labels import FAULTS, STATUSES, VERDICTS, percent_text, points_text
from grader.reports.relation_words import RELATIONS
from grader.reports.wording import explain, explain_for_ta
from grader.sandbox.job import Fault, FaultKind

GOLDEN = Path(__file__).parent / "golden" / "wording.json"
MESSAGE = f"the hidden input was {SECRET_VALUE}"


def faults() -> dict[str, Finding]:
    made = {}
    for kind, (label, line) in itertools.product(
        FaultKind, (("", None), ("work.py", 12), ("work.ipynb[3]", 7))
    ):
        fault = Fault(
            kind=kind,
            exception="ValueError",
            message=MESSAGE,
            label=label,
            line=line,
            name="mean_loss",
            expected=2,
            found=3,
            signal="SIGSEGV" if kind is FaultKind.CRASHED else "",
        )
        made[f"{kind} {label}".strip()] = Finding(kind=FindingKind.FAULT, group="small_batches", fault=fault)
    return made


def findings() -> dict[str, Finding]:
    made = {
        "misconception": Finding(kind=FindingKind.MISCONCEPTION, name="sum_of_squares", output="dx"),
        "wrong type": Finding(kind=FindingKind.WRONG_TYPE, output="dx", expected="array", found="dict"),
        "wrong type, missing": Finding(kind=FindingKind.WRONG_TYPE, output="dx", found="nothing"),
        "wrong type, of their own": Finding(
            kind=FindingKind.WRONG_TYPE, output="dx", expected="array", found=f"T{SECRET_VALUE}"
        ),
        "not finite": Finding(kind=FindingKind.NOT_FINITE, output="loss", found="nan"),
        "rejected": Finding(kind=FindingKind.REJECTED, text=Text(zh="码长是 3。", en="Its length is 3.")),
        "unreadable": Finding(kind=FindingKind.UNREADABLE, output="flat"),
        "out of range": Finding(
            kind=FindingKind.OUT_OF_RANGE, output="flat", expected="[1, inf)", found="-4"
        ),
        "rounding": Finding(kind=FindingKind.ROUNDING, output="flat", found="0.3"),
        "wrong value": Finding(kind=FindingKind.WRONG_VALUE, output="dx"),
        "wrong value, own": Finding(kind=FindingKind.WRONG_VALUE, output="dx", found="8"),
        "wrong value, both": Finding(kind=FindingKind.WRONG_VALUE, output="dx", expected="9", found="8"),
        "wrong value, example": Finding(kind=FindingKind.WRONG_VALUE, output="dx", example=EXAMPLE),
        "barred": Finding(kind=FindingKind.BARRED, output="gradient", name="value"),
        "first wrong step": Finding(kind=FindingKind.FIRST_WRONG_STEP, output="conv_out"),
        "first wrong place": Finding(
            kind=FindingKind.FIRST_WRONG_PLACE, output="order", expected="2", found="c"
        ),
        "carried": Finding(kind=FindingKind.CARRIED, output="flat"),
        "unknown step": Finding(kind=FindingKind.UNKNOWN_STEP, name="convout"),
        "unknown step, close": Finding(kind=FindingKind.UNKNOWN_STEP, name="convout", expected="conv_out"),
        "cut": Finding(kind=FindingKind.CUT, expected="2000", found="2345"),
        "not carried": Finding(kind=FindingKind.NOT_CARRIED, output="flat"),
    }
    shapes = {
        "transposed": "(3, 4)",
        "reduced": "(4,)",
        "kept": "(4, 3, 2)",
        "reshaped": "(2, 6)",
        "other": "(7,)",
    }
    for hint, found in shapes.items():
        made[f"wrong shape, {hint}"] = Finding(
            kind=FindingKind.WRONG_SHAPE, output="dx", expected="(4, 3)", found=found
        )
    for relation in get_args(Relation):
        for name in ("", "1/N"):
            made[f"relation, {relation} {name}".strip()] = Finding(
                kind=FindingKind.RELATION, output="dx", relation=relation, factor=0.25, factor_name=name
            )
    return {**made, **faults()}


FINDINGS = findings()


def words() -> dict[str, dict[str, str]]:
    exercise = bank()["made/mean_loss"]
    return {
        name: {"zh": explain(finding, exercise, "zh"), "en": explain(finding, exercise, "en")}
        for name, finding in FINDINGS.items()
    }


def test_every_kind_relation_and_fault_is_among_the_samples():
    assert {finding.kind for finding in FINDINGS.values()} == set(FindingKind)
    assert {f.relation for f in FINDINGS.values() if f.relation} == set(get_args(Relation)) == set(RELATIONS)
    assert {f.fault.kind for f in FINDINGS.values() if f.fault} == set(FaultKind) == set(FAULTS)


def test_verdicts_and_statuses_have_words():
    assert set(VERDICTS) == set(Verdict)
    from grader.batch.result import Status

    assert set(STATUSES) == set(get_args(Status))


@pytest.mark.parametrize("name", FINDINGS)
def test_both_languages_state_the_same_numbers(name):
    zh, en = words()[name]["zh"], words()[name]["en"]
    assert sorted(re.findall(r"\d+(?:\.\d+)?", zh)) == sorted(re.findall(r"\d+(?:\.\d+)?", en))
    assert re.search(r"[\u4e00-\u9fff]", zh)
    assert not re.search(r"[\u4e00-\u9fff（）。，]", en)
    assert zh.endswith(("。", "？"))
    assert en.endswith((".", "?"))
    for text in (zh, en):
        # no empty slot, no leaf of a template, no mark of Markdown
        told = re.sub(r"\[.*\]", "x", text)  # arrays have spaces of their own
        assert not re.search(r"\{\w*\}|``| {2}| [.,](\s|$)| [。，]|[.。][.。]|（）| \(\)|\bNone\b", told), (
            text
        )


@pytest.mark.parametrize("name", FINDINGS)
def test_a_student_never_reads_the_message_or_a_name_that_spells_a_hidden_value(name):
    for text in words()[name].values():
        assert SECRET_VALUE not in text


def test_a_ta_reads_the_message_the_group_and_the_type():
    for language in ("zh", "en"):
        text = explain_for_ta(FINDINGS["error work.py"], bank()["made/mean_loss"], language)
        assert MESSAGE in text
        assert "small_batches" in text
        assert "[ValueError]" in text
    own = explain_for_ta(FINDINGS["wrong type, of their own"], bank()["made/mean_loss"], "en")
    assert f"T{SECRET_VALUE}" in own


def test_an_exception_type_that_a_student_made_is_told_to_tas_only():
    fault = Fault(kind=FaultKind.ERROR, exception=f"X{SECRET_VALUE}", label="work.py", line=3)
    assert explain_fault(fault, "en").startswith("Your code raised an exception (work.py, line 3).")
    assert explain_fault(fault, "zh").startswith("你的代码抛出了一个异常（work.py 第 3 行）。")
    told = explain_for_ta(Finding(kind=FindingKind.FAULT, fault=fault), bank()["made/mean_loss"], "en")
    assert f"X{SECRET_VALUE}" in told


def test_hostile_names_stay_on_one_line_and_show_their_controls():
    fault = Fault(kind=FaultKind.MISSING_NAME, name=EVIL + "\nnext", label=EVIL, line=1)
    text = explain_fault(fault, "en")
    assert "\n" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_misconception_is_told_with_its_explanation_by_kind():
    exercises = bank()
    chosen = Finding(kind=FindingKind.MISCONCEPTION, name="symmetric", found="b")
    assert explain(chosen, exercises["made/entropy_choice"], "en") == (
        "Option b, which you chose, comes from the known mistake symmetric. "
        "The KL divergence is not symmetric, so it is no distance."
    )
    step = Finding(kind=FindingKind.MISCONCEPTION, name="one_forgotten", output="conv_out")
    assert explain(step, exercises["made/pool_sizes"], "zh") == (
        "你的答案 conv_out 与常见误解 one_forgotten 的结果相同。能放的位置有 H - k + 1 个，少了最后的 +1。"
    )


@pytest.mark.parametrize(
    ("expected", "found", "zh", "en"),
    [
        (
            "bool array (3, 4)",
            "array",
            "mask 应是布尔数组，形状为 (3, 4)；你的是数值数组。",
            "mask should be an array of booleans of shape (3, 4); yours is an array of numbers.",
        ),
        (
            "array (2,)",
            "bool",
            "mask 应是数值数组，形状为 (2,)；你的是一个布尔值。",
            "yours is a single boolean.",
        ),
        ("dict", "Tensor", "mask 应是字典；你的是 Tensor。", "mask should be a dict; yours is Tensor."),
        ("array (2,)", "array (7.25,)", "你的是别的类型。", "yours is of another type."),
    ],
)
def test_types_are_told_in_words_and_no_name_of_a_students_own(expected, found, zh, en):
    finding = Finding(kind=FindingKind.WRONG_TYPE, output="mask", expected=expected, found=found)
    assert zh in explain(finding, bank()["made/mean_loss"], "zh")
    assert en in explain(finding, bank()["made/mean_loss"], "en")


def test_a_single_value_is_not_told_as_an_empty_bracket():
    finding = Finding(kind=FindingKind.WRONG_SHAPE, output="mask", expected="(3,)", found="()")
    assert "你的只是一个值" in explain(finding, bank()["made/mean_loss"], "zh")


@pytest.mark.parametrize(
    ("expected", "found", "zh", "en"),
    [
        ("≤ 0.3", "1.39", "loss 应不超过 0.3，你的是 1.39。", "loss should be at most 0.3, yours is 1.39."),
        ("≤ 0.3", "", "loss 应不超过 0.3，你的超过了。", "loss should be at most 0.3, yours is above."),
        ("≥ 0.9", "0.25", "loss 应不低于 0.9，你的是 0.25。", "loss should be at least 0.9, yours is 0.25."),
        ("≥ 0.9", "", "loss 应不低于 0.9，你的低于它。", "loss should be at least 0.9, yours is below."),
    ],
)
def test_a_bound_is_told_as_a_bound(expected, found, zh, en):
    finding = Finding(kind=FindingKind.WRONG_VALUE, output="loss", expected=expected, found=found)
    assert explain(finding, bank()["made/mean_loss"], "zh").startswith(zh)
    assert explain(finding, bank()["made/mean_loss"], "en").startswith(en)


def test_right_options_that_are_missing_are_counted_as_options():
    finding = Finding(kind=FindingKind.WRONG_VALUE, output="choice", expected="4", found="1")
    choice = bank()["made/entropy_choice"]
    assert explain(finding, choice, "zh").startswith("4 个正确选项里，你选中了 1 个。")
    assert explain(finding, choice, "en").startswith("There are 4 right options, of which you chose 1.")


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("()", "flat should be a single number, yours has shape (3,). Write a number, such as 2.5"),
        ("(2,)", "flat should have shape (2,), yours has (3,). Count the numbers of each row"),
    ],
)
def test_a_number_by_hand_is_not_told_of_axis_and_keepdims(expected, words):
    finding = Finding(kind=FindingKind.WRONG_SHAPE, output="flat", expected=expected, found="(3,)")
    assert explain(finding, bank()["made/pool_sizes"], "en").startswith(words)
    assert "axis" not in explain(finding, bank()["made/pool_sizes"], "zh")


def test_a_number_by_hand_that_is_not_finite_is_shown():
    finding = Finding(kind=FindingKind.NOT_FINITE, output="flat", found="nan")
    assert explain(finding, bank()["made/pool_sizes"], "zh") == (
        "flat 应是有限的数，你的是 nan。检查是不是除以了 0 或对 0 取了对数。"
    )


def test_words_are_the_golden_ones():
    """After a change on purpose: `GOLDEN=write pytest tests/grader/reports`, then read the diff."""
    text = json.dumps(words(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("points", "text"), [(3.0, "3"), (2.5, "2.5"), (4 / 3, "1.33"), (10.0, "10"), (0.0, "0")]
)
def test_points_are_short(points, text):
    assert points_text(points) == text


@pytest.mark.parametrize(("share", "text"), [(0, "0 %"), (0.001, "1 %"), (0.999, "99 %"), (1, "100 %")])
def test_almost_all_is_not_all(share, text):
    assert percent_text(share) == text


@pytest.mark.parametrize(
    ("exception", "zh", "en"),
    [
        ("ModuleNotFoundError", "能导入的是标准库、NumPy", "What can be imported is the standard library"),
        ("NameError", "没有定义的名称（work.py 第 7 行）", "a name that is not defined (work.py, line 7)"),
        ("SystemExit", "用 return", "Take that call out"),
    ],
)
def test_what_a_function_raises_has_its_own_advice_and_no_name_of_its_message(exception, zh, en):
    fault = Fault(
        kind=FaultKind.ERROR, exception=exception, message=f"name '{SECRET_VALUE}'", label="work.py", line=7
    )
    assert zh in explain_fault(fault, "zh")
    assert en in explain_fault(fault, "en")
    assert SECRET_VALUE not in explain_fault(fault, "zh") + explain_fault(fault, "en")


@pytest.mark.parametrize(("language", "says"), [("zh", "还没有写"), ("en", "not written yet")])
def test_a_starter_that_was_left_as_it_was_is_no_mistake_of_code(language, says):
    fault = Fault(kind=FaultKind.ERROR, exception="NotImplementedError", label="work.py", line=7)
    told = explain_fault(fault, language)
    assert says in told
    assert "7" in told


def test_a_factor_that_is_another_number_in_each_case_is_told_by_its_name():
    finding = Finding(
        kind=FindingKind.RELATION, output="dx", relation="sum not mean", factor_name="x.shape[0]"
    )
    for language in ("zh", "en"):
        told = explain(finding, bank()["made/mean_loss"], language)
        assert "x.shape[0]" in told
        assert "?" not in told
