"""Every hostile submission gets its verdict, and the next submission notices nothing."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hostile
import numpy
import pydantic
import pytest

from grader.sandbox.isolation import FLOOR, NAMESPACES, Layer
from grader.sandbox.runner import Sandbox

_WALLS = {
    "every layer": (),
    "without bubblewrap": ("bubblewrap",),
    "Landlock, seccomp and limits alone": ("bubblewrap", "namespaces"),
}
_CHECKOUT = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=[pytest.param(without, id=name) for name, without in _WALLS.items()])
def box(request) -> Iterator[Sandbox]:
    with Sandbox(without=request.param) as opened:
        yield opened


def test_the_walls_are_those_asked_for(box):
    layers = set(box.isolation.layers)
    assert layers >= FLOOR
    assert (Layer.BUBBLEWRAP in layers) <= ("bubblewrap" not in box.without)
    if "namespaces" in box.without:
        assert not layers & NAMESPACES
    if os.getuid() == 0:
        assert Layer.UNPRIVILEGED in layers


@pytest.mark.parametrize("attack", hostile.ATTACKS, ids=lambda attack: attack.name)
def test_contained(box, attack):
    assert hostile.run(box, attack) == []


def test_names_are_unique():
    assert len({attack.name for attack in hostile.ATTACKS}) == len(hostile.ATTACKS)


def test_a_check_of_the_next_submission_can_fail(box):
    """The table's own referee sees a wrong answer of an innocent submission."""
    attack = hostile.Attack("none", "return 1", "y == 1")
    result = box.run(hostile.job(hostile.submission(attack), "attack(x) -> y", "innocent(x) -> y"))
    wrong = box.run(hostile.job("def innocent(x): return 0 * x", "innocent(x) -> y"))
    assert len(list(hostile.complaints(attack, result, wrong))) == 3
    assert list(hostile.complaints(attack._replace(verdicts="y == 2"), result, result))


@pytest.fixture(scope="module", params=["copied", pytest.param("wheel", marks=pytest.mark.soak)])
def installed(request) -> Iterator[Path]:
    """A virtual environment that others can read, with our packages in its site-packages."""
    python = Path("/usr/bin/python3")
    same = f"{sys.version_info.major}.{sys.version_info.minor}"
    asked = [python, "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"]
    found = (
        subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        if python.exists()
        else ""
    )
    if found != same:
        pytest.skip(f"needs /usr/bin/python3 of version {same} with venv, found {found or 'none'}")
    with tempfile.TemporaryDirectory(prefix="kaodian-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        subprocess.run([python, "-m", "venv", "--without-pip", folder / "venv"], check=True)
        packages = folder / f"venv/lib/python{same}/site-packages"
        for module in (numpy, pydantic):
            ours = Path(module.__file__).parents[1]
            for entry in (*ours.glob(f"{module.__name__}*"), *ours.glob("annotated_types*")):
                _copy(entry, packages)
            for entry in (*ours.glob("typing_*"), *ours.glob("typing_extensions.py")):
                _copy(entry, packages)
        if request.param == "wheel":
            _install_wheel(packages, folder)
        else:
            for package in ("exercises", "grader", "reference_impl", "solutions"):
                _copy(_CHECKOUT / package, packages)
        _copy(Path(hostile.__file__), folder)
        subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
        yield folder


def _install_wheel(packages: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, _CHECKOUT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"needs pip and hatchling to build the wheel: {done.stderr[-200:]}")
    (wheel,) = folder.glob("kaodian-*.whl")
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, packages], check=True)


def _copy(entry: Path, folder: Path) -> None:
    if entry.is_dir():
        shutil.copytree(entry, folder / entry.name, dirs_exist_ok=True)
    else:
        shutil.copy(entry, folder)


@pytest.mark.parametrize(
    "without",
    [
        pytest.param(without, id=name, marks=[pytest.mark.soak] if name == "without bubblewrap" else [])
        for name, without in _WALLS.items()
    ],
)
def test_contained_for_an_ordinary_user_of_an_installed_kaodian(installed, without):
    """Our packages are NumPy's neighbours here, and no submission can read or import them."""
    command = [installed / "venv/bin/python", installed / "hostile.py", *without]
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("needs setpriv to become an ordinary user")
        command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *command]
    environment = {"HOME": "/nonexistent", "PATH": os.environ["PATH"], "TMPDIR": "/tmp"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["complaints"] == {}
    assert Layer.UNPRIVILEGED not in report["layers"]


@pytest.mark.soak
def test_contained_for_root_of_an_installed_kaodian(installed):
    if os.getuid() != 0:
        pytest.skip("needs root")
    command = [installed / "venv/bin/python", installed / "hostile.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["complaints"] == {}
