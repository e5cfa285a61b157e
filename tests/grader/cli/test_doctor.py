"""`kaodian doctor` names what is there, and what is lost without the rest."""

import json
import sys

import pytest
from click.testing import CliRunner

from grader.cli.main import cli
from grader.sandbox import machine as machine_module
from grader.sandbox.isolation import FLOOR, Isolation, Layer
from grader.sandbox.runner import Sandbox


def run(*arguments):
    return CliRunner().invoke(cli, ["doctor", *arguments], catch_exceptions=False)


def test_every_layer_says_what_is_lost_without_it_in_both_languages():
    assert set(machine_module.LOST) == set(Layer)
    assert all(text.zh and text.en for text in machine_module.LOST.values())


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_this_machine():
    done = run("--json")
    told = json.loads(done.stdout)
    with Sandbox() as box:
        layers = set(box.isolation.layers)
    assert done.exit_code == 0
    assert told["problem"] is None
    assert {part["name"] for part in told["layers"] if part["found"]} == layers
    assert {part["name"] for part in told["tools"]} == {"cgroups", "torch", "otter-grader", "chromium"}
    for language, word in (("en", "self-test passed"), ("zh", "自检通过")):
        text = run("--lang", language)
        assert text.exit_code == 0
        assert word in text.stdout
        assert all(layer in text.stdout for layer in layers)


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_a_machine_that_lacks_seccomp_says_so_and_what_there_is(monkeypatch):
    start = Sandbox.__init__
    monkeypatch.setattr(Sandbox, "__init__", lambda self: start(self, without=("seccomp",)))
    done = run("--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert "seccomp" in told["problem"]["en"]
    found = {part["name"]: part["found"] for part in told["layers"]}
    assert not found[Layer.SECCOMP]
    assert found[Layer.LANDLOCK]
    text = run("--lang", "en")
    assert text.exit_code == 1
    assert "✗ seccomp" in text.stdout
    assert machine_module.LOST[Layer.SECCOMP].en in text.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_a_failed_self_test_is_named(monkeypatch):
    from grader.sandbox.zygotes import Zygote

    monkeypatch.setattr(Zygote, "got_through", lambda self: ["open a socket"])
    done = run("--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert "open a socket" in told["problem"]["en"]
    assert {part["name"] for part in told["layers"] if part["found"]} >= FLOOR


def test_elsewhere_than_on_linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    done = run("--lang", "zh")
    assert done.exit_code == 1
    assert "Linux" in done.stderr
    assert "✗ Landlock" in done.stdout


def test_fewer_layers_are_told_apart_from_all(monkeypatch):
    monkeypatch.setattr(machine_module, "_isolation", lambda: (Isolation(layers=tuple(FLOOR)), None))
    done = run("--lang", "en")
    assert done.exit_code == 0
    assert "without the layers marked" in done.stdout
