"""An installation for an ordinary user, who is not to get at it through a submission either."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy
import pydantic
import pytest

_CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session", params=["copied", pytest.param("wheel", marks=pytest.mark.soak)])
def installed(request) -> Iterator[Path]:
    """A virtual environment that others can read, with our packages as NumPy's neighbours in it."""
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
    with tempfile.TemporaryDirectory(prefix="attacked-installation-") as name:
        folder = Path(name)
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
        _copy(Path(__file__).parent, folder)
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
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(entry, folder / entry.name, dirs_exist_ok=True, ignore=ignored)
    else:
        shutil.copy(entry, folder)


def as_ordinary_user(command: list[object]) -> subprocess.CompletedProcess[str]:
    """Run a command as an ordinary user: who runs the tests, or nobody where root does."""
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("needs setpriv to become an ordinary user")
        command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *command]
    environment = {"HOME": "/nonexistent", "PATH": os.environ["PATH"], "TMPDIR": "/tmp"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
