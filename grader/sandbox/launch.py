"""Starts a zygote: the command line, with bubblewrap around it where that is installed, and the sources."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import IO, Any

from exercises.kit import interpreter as interpreter_source
from grader.sandbox.folder import SandboxFolder
from grader.sandbox.readable import DEVICES, Profile, Readable, interpreter, readable

_HERE = Path(__file__).parent / "inside"
_UIDS = 1_900_000_000
"""Above every user that systemd or useradd hands out; each zygote started by root gets its own."""
_HUGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", "PYTHONMALLOC": "malloc"}
"""Torch's 200 MB of objects in huge pages: a fork copies their tables in 3 ms instead of 10. NumPy's 15 MB
gain nothing. Where the C library or the kernel has no such pages, nothing changes.
"""
_HUGE_PAGES_SETTING = "/sys/kernel/mm/transparent_hugepage"  # the C library looks there first
_SEND_S = 60.0
"""The program fits into the socket's buffer; were it larger, a busy machine might take a while to read it."""
ONE_THREAD = {
    f"{name}_THREADS": "1"
    for name in ("OMP_NUM", "OPENBLAS_NUM", "MKL_NUM", "NUMEXPR_NUM", "BLIS_NUM", "VECLIB_MAXIMUM")
}
"""Variables that NumPy's libraries read as they load."""
INNER_FOLDER = "/sandbox"
"""Where the zygote's folder lies inside bubblewrap."""

_TALK = ("agreed", "writer", "wire", "faults", "child", "rehearsal", "preload")
_ZYGOTE_STAGES = (
    ("standins", "imports", "syscalls", "kernel", "namespaces", "arrive"),
    (*_TALK, "seccomp", "landlock", "lockdown", "attempts", "control", "zygote"),
)
_PLAIN_STAGES = (("standins", "imports"), (*_TALK, "plainly"))
"""Files of `inside`, in the order of their imports; the last of each stage has `main`."""


@cache
def stages(plain: bool) -> list[list[tuple[str, str, str]]]:
    """Name, path and source of the files that run inside."""
    first, second = (
        [_file(f"grader.sandbox.inside.{name}", _HERE / f"{name}.py") for name in stage]
        for stage in (_PLAIN_STAGES if plain else _ZYGOTE_STAGES)
    )
    interpreter_file = Path(interpreter_source.__file__)
    return [first, [_file("exercises.kit.interpreter", interpreter_file), *second]]


def _file(name: str, path: Path) -> tuple[str, str, str]:
    return name, str(path), path.read_text("utf-8")


def python_command() -> list[str]:
    """Python without site-packages and without variables of the environment but our own.

    Not `-I`, which would ignore PYTHONHASHSEED: the order of a set must be the same each time it is graded.
    """
    boot = (_HERE / "boot.py").read_text("utf-8")
    return [interpreter(), "-P", "-s", "-S", "-B", "-c", boot]


def environment(folder: str, inherit: bool = False) -> dict[str, str]:
    """Variables of the process inside; `inherit` adds them to ours (Windows needs some of its own)."""
    ours = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **(ours if inherit else {}),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        "LD_BIND_NOW": "1",  # or each fork would look up every function of C's that it calls first
        **ONE_THREAD,
    }


def boot_message(config: dict[str, Any], plain: bool) -> bytes:
    text = json.dumps({**config, "stages": stages(plain)}).encode()
    return len(text).to_bytes(8, "little") + text


def bubblewrap() -> str | None:
    return shutil.which("bwrap")


class Launch:
    """A zygote's process, started but not waited for.

    Needs neither NumPy nor pydantic: a command starts one before it imports them, and both load at once.
    The thread that makes it must stay: bubblewrap ends with it.
    """

    def __init__(self, profile: Profile, without: Collection[str] = ()) -> None:
        self.folder = SandboxFolder()
        self.work = self.folder.path / "work"
        self.work.mkdir()
        self.folder.path.chmod(0o711)
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115  closed by whoever takes it over
        started = start_zygote(profile, readable(profile), str(self.folder.path), without, self.errors)
        self.process, self.control, self.config = started
        self.control.settimeout(_SEND_S)
        with contextlib.suppress(OSError):  # it has ended; whoever waits for its answer says so
            self.control.sendall(boot_message(self.config, plain=False))


def start_zygote(
    profile: Profile,
    paths: Readable,
    folder: str,
    without: Collection[str],
    stderr: IO[bytes],
) -> tuple[subprocess.Popen[bytes], socket.socket, dict[str, Any]]:
    """Start the process; it waits to be sent its program.

    Returns
    -------
    process, control socket, config
        `config` is what the zygote was told.
    """
    wrapped = None if "bubblewrap" in without else bubblewrap()
    root = os.geteuid() == 0
    inner = INNER_FOLDER if wrapped else folder
    config: dict[str, Any] = {
        "profile": profile,
        "folder": inner,
        "uid": _UIDS + os.getpid() % 100_000_000 if root else None,
        "bare": wrapped is None,
        "without": sorted(without),
        "readable": paths.allowed,
        "listable": [paths.standard],
        "shown": [interpreter(), paths.standard, *paths.distributions, *paths.libraries],
        "origins": paths.origins,
        # for the self-test
        "outside": tempfile.gettempdir(),
        "secret": __file__,
        "home": str(Path.home()),
    }
    if root:
        with contextlib.suppress(OSError):  # a container may know only the first 65536 users
            os.chown(f"{folder}/work", config["uid"], config["uid"])
    command = python_command()
    if wrapped:
        command = [wrapped, *_bubblewrap_arguments(paths, folder, root), "--", *command]
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    with theirs:
        process = subprocess.Popen(  # noqa: S603  our own command line
            command,
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            env=environment(f"{inner}/work") | (_HUGE_PAGES if "torch" in profile else {}),
            cwd="/",
            start_new_session=True,  # Ctrl-C ends the grader, which then ends this
        )
    return process, ours, config


def _bubblewrap_arguments(paths: Readable, folder: str, root: bool) -> list[str]:
    """A file system of nothing but what may be read, and no namespace of anybody else's.

    Started by root it keeps just enough to become another user; a user namespace would leave every file
    of root's readable, and the limit on processes without effect.
    """
    arguments = ["--unshare-pid", "--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    arguments += ["--new-session", "--cap-drop", "ALL"]
    if root:
        arguments += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        arguments += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
    first = [interpreter(), paths.standard, *paths.libraries]
    for parent in _parents(
        [*first, *paths.distributions, f"{INNER_FOLDER}/work", *DEVICES, _HUGE_PAGES_SETTING]
    ):
        arguments += ["--perms", "0755", "--dir", parent]
    for path in first:
        arguments += ["--ro-bind", path, path]
    for path in paths.covered:
        arguments += ["--perms", "0755", "--tmpfs", path]
    for path in paths.distributions:
        arguments += ["--ro-bind", path, path]
    for path in paths.covered:
        arguments += ["--remount-ro", path]
    for device in ("/dev/null", *DEVICES):
        arguments += ["--dev-bind", device, device]
    arguments += ["--ro-bind-try", _HUGE_PAGES_SETTING, _HUGE_PAGES_SETTING]
    for link in ("/lib64", "/lib", "/bin"):  # where programs look for the loader, where these are links
        if os.path.islink(link):
            arguments += ["--symlink", os.readlink(link), link]
    work = f"{INNER_FOLDER}/work"
    return [
        *arguments,
        "--proc",
        "/proc",
        "--bind",
        f"{folder}/work",
        work,
        "--remount-ro",
        "/",
        "--chdir",
        "/",
    ]


def _parents(paths: list[str]) -> list[str]:
    """Every folder on the way to these paths, outermost first."""
    found: dict[str, None] = {}
    for path in paths:
        parts = path.split("/")[1:-1]
        found |= {"/" + "/".join(parts[: depth + 1]): None for depth in range(len(parts))}
    return sorted(found)
