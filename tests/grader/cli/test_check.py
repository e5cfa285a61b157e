"""`kaodian check`: exit statuses and JSON that scripts rely on, and mistakes told by name."""

import json

import pytest
from click.testing import CliRunner

from exercises.kit.catalogue import ROOT
from grader.cli.main import COMMANDS, cli

SWAPPED = """
import numpy as np

def kl_divergence(p, q):
    some = q > 0
    return np.sum(q[some] * np.log(q[some] / p[some]))
"""


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def check(path, *options):
    outcome = run("--lang", "en", "check", path, "--json", *options)
    return outcome.exit_code, json.loads(outcome.output)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    outcome = run(name, "--help")
    assert outcome.exit_code == 0
    assert "Usage: " in outcome.output


def test_a_right_answer_gets_full_marks_and_status_0():
    status, report = check(ROOT.parent / "solutions" / "losses" / "kl_divergence.py", "--hidden")
    assert status == 0
    assert report["score"] == report["max_score"] == 10
    assert [e["id"] for e in report["exercises"]] == ["losses/kl_divergence"]


def test_public_cases_alone_can_be_all_right(tmp_path):
    status, report = check(ROOT.parent / "solutions" / "losses" / "softmax_loss.py")
    assert status == 0
    assert not report["hidden"]
    assert report["score"] == report["max_score"] > 0


def test_swapping_p_and_q_is_told_by_name(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(SWAPPED)
    status, report = check(work, "--exercise", "losses/kl_divergence", "--hidden")
    assert status == 1
    assert report["exercises"][0]["misconceptions"] == ["swapped"]


FULL_WIDTH = "def kl_divergence(p, q)：\n    return 0\n"


@pytest.mark.parametrize("asked", [[], ["--exercise", "losses/kl_divergence"]])
def test_a_file_that_python_cannot_read_is_wrong_and_the_reason_is_in_the_json(tmp_path, asked):
    work = tmp_path / "work.py"
    work.write_text(FULL_WIDTH)
    status, report = check(work, *asked)
    assert (status, report["score"]) == (1, 0)
    (reason,) = report["loading"]
    assert (reason["kind"], reason["line"]) == ("syntax error", 1)
    assert "FULLWIDTH COLON" in reason["zh"]
    assert "FULLWIDTH COLON" in reason["en"]
    (finding,) = report["exercises"][0]["findings"]
    assert "was not loaded" in finding["en"]


def test_an_import_that_is_not_there_is_in_the_json(tmp_path):
    work = tmp_path / "work.py"
    work.write_text("import reference_impl\n\ndef kl_divergence(p, q):\n    return 0\n")
    _, report = check(work)
    assert "imports reference_impl" in report["loading"][0]["en"]


def test_patching_the_comparison_changes_nothing(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(SWAPPED + "\nnp.allclose = np.array_equal = lambda *a, **k: True\n")
    _, patched = check(work, "--exercise", "losses/kl_divergence", "--hidden")
    work.write_text(SWAPPED)
    _, plain = check(work, "--exercise", "losses/kl_divergence", "--hidden")
    assert patched["score"] == plain["score"] < 10


def test_references_cannot_be_imported(tmp_path):
    work = tmp_path / "work.py"
    work.write_text("from reference_impl.losses import kl_divergence\n")
    status, report = check(work, "--exercise", "losses/kl_divergence", "--hidden")
    assert status == 1
    assert report["score"] == 0


def test_a_workbook_of_its_own_numbers_may_have_ids_that_only_its_assessment_knows(tmp_path):
    work = tmp_path / "work.py"
    solution = (ROOT.parent / "solutions" / "losses" / "kl_divergence.py").read_text()
    work.write_text(f'# kaodian: own numbers\n{solution}\nanswers = {{"essay": "because it is convex"}}\n')
    status, report = check(work)
    assert status == 0
    assert report["unknown_answers"]["count"] == 0


def test_an_answer_under_a_misspelt_id_is_told_with_the_id_that_was_meant(tmp_path):
    work = tmp_path / "work.py"
    work.write_text('answers = {"cnn/network_shapes": {"conv_out": 1}, "cnn/pool_outputsize": 3}\n')
    told = run("--lang", "en", "check", work).output
    assert "cnn/pool_outputsize" in told
    assert "Did you mean cnn/pool_output_size?" in told
    _, report = check(work)
    assert report["unknown_answers"]["shown"][0]["nearest"] == "cnn/pool_output_size"
    work.write_text("answers = [1, 2]\n")
    assert "The variable answers should be a dict" in run("--lang", "en", "check", work).output


def test_a_syntax_error_is_told_once_and_no_name_is_called_missing(tmp_path):
    work = tmp_path / "work.py"
    work.write_text("def kl_divergence(p, q)\n    return 0\n")
    told = run("--lang", "en", "check", work, "--exercise", "losses/kl_divergence").output
    assert "a syntax error (work.py, line 1)" in told
    assert "missing name" not in told
    assert "kl_divergence was not loaded" in told


@pytest.mark.parametrize("source", ["", "def kl_divergence(p, q)\n    return 0\n", "print('nothing')\n"])
def test_a_file_that_cannot_run_is_a_wrong_answer(tmp_path, source):
    work = tmp_path / "work.py"
    work.write_text(source)
    status, report = check(work, "--exercise", "losses/kl_divergence")
    assert status == 1
    assert report["score"] == 0


def test_an_unknown_exercise_is_bad_usage_and_names_the_closest(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(SWAPPED)
    outcome = run("check", work, "--exercise", "losses/kl_divergense")
    assert outcome.exit_code == 2
    assert "losses/kl_divergence" in outcome.output


def test_a_wrong_step_of_the_derivation_loses_that_step_only(tmp_path):
    work = tmp_path / "work.py"
    answers = {
        "do": "dh*tanh(c)",
        "dc": "dh*o*(1-tanh(c)^2)",
        "di": "dc*g",
        "dg": "dc*i",
        "df": "dc*c_prev",
        "dc_prev": "dc*f",
    }
    work.write_text(f'answers["rnn/lstm_gradient"] = {answers!r}\n')
    _, report = check(work)
    (result,) = report["exercises"]
    assert result["first_wrong_step"] == "dc"
    assert {part["name"] for part in result["parts"] if part["score"] < part["max_score"]} == {"dc"}
    assert len(result["misconceptions"]) == 1


def test_zeros_and_ones_earn_nothing_in_the_chain(tmp_path):
    work = tmp_path / "work.py"
    for number in (0, 1, -1):
        steps = dict.fromkeys(("conv_out", "pool_out", "fc_parameters"), number)
        work.write_text(f'answers["cnn/network_shapes"] = {steps!r}\n')
        assert check(work)[1]["score"] == 0


def test_a_text_waits_for_a_ta_and_is_neither_right_nor_a_zero(tmp_path):
    work = tmp_path / "work.py"
    work.write_text('answers["rnn/why_lstm"] = "gates let gradients through"\n')
    status, report = check(work)
    assert status == 1
    assert report["exercises"][0]["verdict"] == "pending"
    assert report["max_score"] == 0
    assert not report["all_right"]


def test_a_syntax_error_comes_first_and_the_exercise_is_known_nevertheless(tmp_path):
    work = tmp_path / "bad.py"
    work.write_text("import numpy as np\n\ndef kl_divergence(p, q)\n    return 0\n")
    name, first, *_ = run("--lang", "en", "check", work).output.splitlines()
    assert name == "bad.py"
    assert "syntax error (bad.py, line 3)" in first
    assert [e["id"] for e in check(work)[1]["exercises"]] == ["losses/kl_divergence"]
    work.write_text("def nothing_asked_for(p, q)\n")
    _, first, second, *_ = run("--lang", "en", "check", work).output.splitlines()
    assert "syntax error (bad.py, line 1)" in first
    assert "--exercise" in second


def test_questions_come_in_the_order_of_the_file(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(
        'answers = {"rnn/why_lstm": "gates", "optimisation/batch_size": "a"}\n'
        f'{SWAPPED}\nanswers["cnn/network_shapes"] = {{"conv_out": 1}}\n'
    )
    ids = [e["id"] for e in check(work)[1]["exercises"]]
    assert ids == ["rnn/why_lstm", "optimisation/batch_size", "losses/kl_divergence", "cnn/network_shapes"]


def test_a_variant_that_nobody_named_is_told(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(SWAPPED)
    assert "variant 0" in run("--lang", "en", "check", work).output
    assert not check(work)[1]["seed_named"]
    assert "variant" not in run("--lang", "en", "check", work, "--seed", 3).output
    work.write_text(f"# kaodian: seed 5\n{SWAPPED}")
    assert "variant" not in run("--lang", "en", "check", work).output


def test_of_a_workbooks_own_cells_it_is_only_said_that_otters_checks_do_nothing_here(tmp_path):
    work = tmp_path / "work.ipynb"
    assert run("new", "losses/kl_divergence", "-o", work).exit_code == 0
    (note,) = check(work)[1]["notes"]
    assert "grader.check" in note["en"]


def test_of_a_public_case_the_exceptions_message_and_what_was_printed_are_shown(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(
        "import numpy as np\n\ndef softmax(x):\n    print('shape', x.ndim)\n    return np.lgo(x)\n"
    )
    told = run("--lang", "en", "check", work).output
    assert "Python says: module 'numpy' has no attribute 'lgo'" in told
    assert "Printed in a public case:\n      shape 2\n" in told
