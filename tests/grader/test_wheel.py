"""The wheel, installed where nothing else is: what a student gets by `pip install kaodian`."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from exercises.kit.catalogue import ROOT

CHECKOUT = ROOT.parent
LARGE = {"torch", "otter-grader", "jupyter", "ipykernel", "matplotlib", "scipy", "pandas", "sympy"}
MOST_DISTRIBUTIONS = 25
MOST_MEGABYTES = 120

pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-q"]
    done = subprocess.run([*command, "-w", folder, CHECKOUT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def requirements(name: str) -> set[str]:
    """The distributions that one brings along when it is installed without extras."""
    from packaging.requirements import Requirement

    found: set[str] = set()
    waiting = [name]
    while waiting:
        for line in distribution(waiting.pop()).requires or ():
            requirement = Requirement(line)
            key = re.sub(r"[-_.]+", "-", requirement.name).lower()
            if key in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
                continue
            try:
                distribution(key)
            except PackageNotFoundError:
                pytest.fail(f"{key}, which kaodian needs, is not installed here")
            found.add(key)
            waiting.append(key)
    return found


def link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@pytest.fixture(scope="module")
def kaodian(wheel, tmp_path_factory):
    """The command, in an environment with the wheel and with what it declares to need, and nothing else."""
    home = tmp_path_factory.mktemp("install")
    venv.create(home, with_pip=False, symlinks=True)
    (site,) = home.glob("lib/python*/site-packages")
    for name in requirements("kaodian"):
        for file in distribution(name).files or ():
            source = Path(str(file.locate()))
            if ".." not in file.parts and source.is_file():
                target = site / file
                target.parent.mkdir(parents=True, exist_ok=True)
                link_or_copy(str(source), str(target))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    away = tmp_path_factory.mktemp("away")

    def run(*arguments: str | Path, code: str = "from grader.cli.main import main; main()"):
        clean = {"PATH": os.environ["PATH"], "HOME": str(away), "LANG": "C.UTF-8"}
        command = [home / "bin" / "python", "-I", "-c", code, *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=away, env=clean, timeout=60)

    run.folder = away
    run.site = site
    return run


def test_only_what_runs_is_in_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {
        "exercises",
        "grader",
        "reference_impl",
        "solutions",
        f"{wheel.name.split('-py3')[0]}.dist-info",
    }
    assert [name for name in names if "test" in Path(name).stem.split("_")] == []


def test_every_text_and_template_is_in_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    packages = ("exercises", "grader", "reference_impl", "solutions")
    tracked = subprocess.run(["git", "ls-files", *packages], capture_output=True, text=True, cwd=CHECKOUT)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    assert {name for name in tracked.stdout.splitlines() if (CHECKOUT / name).is_file()} <= names


def test_a_student_installs_little(kaodian):
    assert requirements("kaodian") & LARGE == set()
    assert len(requirements("kaodian")) <= MOST_DISTRIBUTIONS
    size = sum(path.stat().st_size for path in kaodian.site.rglob("*") if path.is_file())
    assert size < MOST_MEGABYTES << 20


def test_it_is_the_installed_one_that_runs(kaodian):
    done = kaodian(code="import grader, sys; print(grader.__path__[0]); print('torch' in sys.modules)")
    assert done.stdout.splitlines() == [str(kaodian.site / "grader"), "False"]


def test_exercises_are_listed_and_shown(kaodian):
    listed = kaodian("--lang", "en", "exercises")
    assert listed.returncode == 0, listed.stderr
    assert "losses/kl_divergence" in listed.stdout
    shown = kaodian("show", "losses/kl_divergence", "--lang", "zh")
    assert shown.returncode == 0, shown.stderr
    assert "kl_divergence(p, q)" in shown.stdout


def test_a_workbook_is_written_and_checked(kaodian):
    work = kaodian.folder / "work.py"
    written = kaodian("new", "losses/kl_divergence", "-o", work, "--force")
    assert written.returncode == 0, written.stderr
    empty = kaodian("check", work, "--hidden", "--json")
    assert empty.returncode == 1, empty.stderr
    assert json.loads(empty.stdout)["score"] == 0
    work.write_text((CHECKOUT / "solutions" / "losses" / "kl_divergence.py").read_text())
    solved = kaodian("check", work, "--hidden", "--json")
    assert solved.returncode == 0, solved.stderr
    assert json.loads(solved.stdout)["score"] == 10
