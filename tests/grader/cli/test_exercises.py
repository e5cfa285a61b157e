"""`kaodian exercises`: a list to read, to search and to copy ids from."""

import io

import pytest
from click.testing import CliRunner
from rich.console import Console

from exercises.kit.catalogue import exercise_ids, load_exercise
from grader.cli.main import cli


def listed(*options):
    outcome = CliRunner().invoke(cli, ["--lang", "en", "exercises", *options])
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


@pytest.mark.parametrize("columns", ["40", "80"])
def test_in_a_pipe_each_exercise_is_one_line_with_its_whole_id_and_title(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    _, *lines = [line for line in listed().splitlines() if line]
    assert [line.split()[0] for line in lines] == list(exercise_ids())
    for line in lines:
        assert load_exercise(line.split()[0]).statements["en"].title in line
        assert line == line.rstrip()


@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_terminal_titles_are_wrapped_and_no_id_is_cut(monkeypatch, columns):
    terminal = Console(file=io.StringIO(), force_terminal=True, width=columns)
    monkeypatch.setattr("rich.console.Console", lambda **options: Console(**options) if options else terminal)
    lines = listed().splitlines()
    assert max(map(len, lines)) <= 80
    assert {name for name in (line.split()[0] for line in lines if line) if "/" in name} >= set(
        exercise_ids()
    )


def test_an_unknown_topic_is_bad_usage():
    outcome = CliRunner().invoke(cli, ["exercises", "--topic", "alchemy"])
    assert outcome.exit_code == 2
    assert "alchemy" in outcome.output
