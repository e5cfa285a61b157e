"""`kaodian audit`: exit statuses, and JSON that scripts rely on."""

import json

import pytest
from click.testing import CliRunner

from exercises.kit.base import Text
from exercises.kit.catalogue import exercise_ids
from exercises.kit.syllabus import SyllabusPoint, load_syllabus
from grader.audit import batch, coverage
from grader.audit.checks import NAMES, Audit
from grader.audit.mutants import Mutants, Survivor
from grader.cli.main import cli

FIT = Audit(
    exercise="a/fit", kind="code", complaints={"solution": (), "mutants": ()}, mutants=Mutants(total=100)
)
UNFIT = FIT.model_copy(
    update={"exercise": "a/unfit", "complaints": {"solution": (), "mutants": ("survives: line 3: x -> y",)}}
)


def run(*arguments):
    return CliRunner().invoke(cli, ["--lang", "en", "audit", *map(str, arguments)])


@pytest.fixture
def outcomes(monkeypatch):
    """Makes the audit say what is put in here."""
    said = []
    monkeypatch.setattr(batch, "audit_all", lambda ids, setting, jobs, progress: tuple(said))
    return said


def test_a_real_audit_and_its_json(tmp_path):
    outcome = run("feedforward/structure", "--variants", 3, "--cache", tmp_path, "--json")
    report = json.loads(outcome.stdout)
    assert outcome.exit_code == 0
    assert report["fit"]
    (one,) = report["exercises"]
    assert one["exercise"] == "feedforward/structure"
    assert one["complaints"].keys() == set(NAMES)
    assert len(list(tmp_path.glob("*.json"))) == 2


def test_one_unfit_exercise_is_status_1_and_its_complaint_is_printed(outcomes):
    outcomes += [FIT, UNFIT]
    outcome = run()
    assert outcome.exit_code == 1
    assert "a/unfit: mutants: survives: line 3: x -> y" in outcome.stdout
    assert "1 of 2 fit" in outcome.stdout
    assert not json.loads(run("--json").stdout)["fit"]


def test_too_many_waived_mutants_are_status_1_though_each_exercise_is_fit(outcomes):
    waived = tuple(Survivor(id=str(k), mutant="line 1: x -> y", waived="is the same") for k in range(60))
    outcomes.append(FIT.model_copy(update={"mutants": Mutants(total=1000, survivors=waived)}))
    outcome = run()
    assert "1 of 1 fit" in outcome.stdout
    assert "940 of 1000" in outcome.stdout
    assert outcome.exit_code == 1
    outcomes[0] = FIT.model_copy(update={"mutants": Mutants(total=1000, survivors=waived[:50])})
    assert run().exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["losses/sofmax_loss"], "the closest are losses/softmax_loss"),
        (["--changed-since", "no-such-revision"], "no-such-revision"),
        (["losses/softmax_loss", "--sample", "3"], "name no ids"),
        (["--variants", "0"], "0 is not in the range"),
    ],
)
def test_bad_usage_is_status_2(arguments, words):
    outcome = run(*arguments)
    assert outcome.exit_code == 2
    assert words in outcome.output


def test_coverage_lists_every_point_and_fails_while_one_lacks_something(monkeypatch):
    outcome = run("--coverage", "--json")
    report = json.loads(outcome.stdout)
    assert [one["id"] for one in report["points"]] == [point.id for point in load_syllabus()]
    assert outcome.exit_code == (0 if report["complete"] else 1)
    known = set(exercise_ids())
    assert all(set(ids) <= known for one in report["points"] for ids in one["exercises"].values())
    text = Text(zh="没有", en="none")
    missing = SyllabusPoint(id="none.none", text=text, topic=text)
    monkeypatch.setattr(coverage, "load_syllabus", lambda: (missing,))
    outcome = run("--coverage")
    assert outcome.exit_code == 1
    assert "none.none" in outcome.stdout
    assert "no exercise" in outcome.stdout
