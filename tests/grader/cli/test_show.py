"""`kaodian show`: to the terminal, as JSON, as a page."""

import json

import pytest
from click.testing import CliRunner

from grader.cli.main import cli


def run(*arguments):
    return CliRunner().invoke(cli, ["--lang", "en", "show", *map(str, arguments)])


def test_a_page_is_written_with_the_variant_and_without_the_solution(tmp_path):
    file = tmp_path / "page.html"
    outcome = run("cnn/network_shapes", "--seed", 7, "--html", file)
    assert outcome.exit_code == 0
    html = file.read_text(encoding="utf-8")
    statement = json.loads(run("cnn/network_shapes", "--seed", 7, "--json").stdout)["statement"]["zh"]
    assert statement.split("\n")[0].split("·")[1].split("(")[0].strip() in html
    assert "variant 7" in html
    assert "Worked solution" not in html


def test_with_solution_the_page_tells_the_worked_one(tmp_path):
    file = tmp_path / "page.html"
    assert run("rnn/lstm_gradient", "--html", file, "--solution").exit_code == 0
    html = file.read_text(encoding="utf-8")
    assert "Worked solution" in html
    assert "no_dc_next" in html


@pytest.mark.parametrize("arguments", [["--solution"], ["--json", "--html", "page.html"]])
def test_what_does_not_go_together_is_bad_usage(arguments):
    outcome = run("rnn/lstm_gradient", *arguments)
    assert outcome.exit_code == 2
    assert "--html" in outcome.stderr


def test_a_page_that_cannot_be_written_says_why(tmp_path):
    outcome = run("rnn/lstm_gradient", "--html", tmp_path / "none" / "page.html")
    assert outcome.exit_code == 1
    assert "cannot write" in outcome.stderr
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit)


def test_given_code_is_printed_once_and_is_in_the_starter_of_a_workbook(tmp_path):
    printed = run("feedforward/torch_training").stdout
    assert printed.count("def scores_of(") == 1
    assert printed.count("def train(") == 1
    assert run("regularisation/batchnorm_backward").stdout.count("def batchnorm_forward(") == 1
    starter = json.loads(run("feedforward/torch_training", "--json").stdout)["starter"]
    assert starter.count("def scores_of(") == 1
