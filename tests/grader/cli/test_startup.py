"""What a command waits for before it answers."""

import subprocess
import sys

import pytest

LARGE = ("numpy", "pydantic", "jinja2", "rich", "markdown_it")


def loaded(code):
    """Which of the large modules are there after `code`."""
    program = f"import sys\n{code}\nprint(*(name for name in {LARGE!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_help_needs_nothing_large():
    assert loaded("import grader.cli.main") == []


def test_a_sandbox_is_started_before_anything_large_is_imported():
    modules = ("grader.cli.check", "grader.cli.practice", "grader.checking.runners", "grader.sandbox.launch")
    for module in modules:
        assert loaded(f"import grader.cli.main, {module}") == [], module


@pytest.mark.skipif(sys.platform != "linux", reason="no Linux, so no sandbox to start")
def test_starting_one_imports_nothing_large_either():
    start = "from grader.sandbox.launch import Launch\nlaunch = Launch('numpy')"
    end = "launch.control.close()\nlaunch.process.wait()\nlaunch.errors.close()"
    assert loaded(f"{start}\n{end}") == []


def test_a_check_sets_up_neither_pages_nor_tables(tmp_path):
    work = tmp_path / "work.py"
    work.write_text("def softmax(x):\n    return x\n")
    check = "from grader.cli.main import cli\ntry:\n    cli(['check', {!r}])\nexcept SystemExit:\n    pass"
    assert not {"jinja2", "rich"} & set(loaded(check.format(str(work))))
