"""What this machine has to hold submissions in with, and what is lost without each part."""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from exercises.kit.base import Frozen, Text
from grader.sandbox.isolation import Isolation, Layer, SandboxUnavailableError
from grader.sandbox.runner import Sandbox

_CGROUPS: Final = Path("/sys/fs/cgroup")


class Part(Frozen):
    """One thing that a machine has or lacks."""

    name: str
    found: bool
    detail: str = ""
    lost: Text
    """What there is not without it."""


class Machine(Frozen):
    """What was found; `problem` is None where classes can be graded."""

    system: str
    layers: tuple[Part, ...]
    """In force for every submission."""
    tools: tuple[Part, ...]
    problem: Text | None


def examine() -> Machine:
    """Start a sandbox, self-test and all, and look for the tools that other parts of kaodian use."""
    isolation, problem = _isolation()
    return Machine(
        system=f"{platform.system()} {platform.release()} {platform.machine()}, "
        f"Python {platform.python_version()}",
        layers=tuple(_layers(isolation)),
        tools=tuple(_tools()),
        problem=problem,
    )


def _isolation() -> tuple[Isolation, Text | None]:
    if sys.platform != "linux":
        return Isolation(), _ONLY_LINUX
    try:
        with Sandbox() as box:
            return box.isolation, None
    except SandboxUnavailableError as error:
        return error.isolation, error.reason


def _layers(isolation: Isolation) -> Iterator[Part]:
    for layer in Layer:
        found = layer in isolation.layers
        if layer is Layer.UNPRIVILEGED and (not found and not _is_root()):
            continue
        detail = _DETAILS[layer]() if layer in _DETAILS and sys.platform == "linux" else ""
        yield Part(name=str(layer), found=found, detail=detail, lost=LOST[layer])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _landlock() -> str:
    from grader.sandbox.inside.kernel import landlock_abi

    version = landlock_abi()
    return f"version {version}" if version else ""


def _bubblewrap() -> str:
    path = shutil.which("bwrap")
    if path is None:
        return ""
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    return f"{path}, {done.stdout.strip()}"


_DETAILS: Final = {Layer.LANDLOCK: _landlock, Layer.BUBBLEWRAP: _bubblewrap}


def _tools() -> Iterator[Part]:
    memory = _memory_controller()
    yield Part(name="cgroups", found=bool(memory), detail=memory, lost=_WITHOUT_CGROUPS)
    for name, module, lost in (
        ("torch", "torch", _WITHOUT_TORCH),
        ("otter-grader", "otter", _WITHOUT_OTTER),
    ):
        yield Part(name=name, found=importlib.util.find_spec(module) is not None, lost=lost)
    chromium = _chromium()
    yield Part(name="chromium", found=bool(chromium), detail=chromium, lost=_WITHOUT_CHROMIUM)


def _memory_controller() -> str:
    """Where cgroups of version 2 with a memory controller are; "" where there are none."""
    try:
        controllers = (_CGROUPS / "cgroup.controllers").read_text("ascii").split()
    except OSError:
        return ""
    return f"{_CGROUPS}, memory" if "memory" in controllers else ""


def _chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if path := shutil.which(name):
            return path
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    found = sorted(cache.glob("chromium*/**/chrome")) + sorted(cache.glob("chromium*/**/headless_shell"))
    return str(found[-1]) if found else ""


LOST: Final = {
    Layer.LIMITS: Text(
        zh="内存、线程、文件大小没有上限。", en="Memory, threads and sizes of files are not bounded."
    ),
    Layer.LANDLOCK: Text(
        zh="只有文件系统命名空间阻止读取其他文件；没有它也没有命名空间时拒绝评分。",
        en="Only the mount namespace keeps submissions from other files; without it too, nothing is graded.",
    ),
    Layer.SECCOMP: Text(
        zh="提交的代码可以调用内核的任何功能，内核漏洞更容易被利用。",
        en="Submissions can make any system call, and reach more of the kernel's faults.",
    ),
    Layer.USER: Text(
        zh="没有其他命名空间，除非以 root 启动；由 Landlock、seccomp 和资源限制隔离。",
        en="No other namespace either, unless root starts the grader: Landlock, seccomp and limits isolate.",
    ),
    Layer.PIDS: Text(
        zh="提交的代码能看到有哪些进程号在用；不能向它们发信号。",
        en="Submissions can find which process numbers are in use; they can signal none of them.",
    ),
    Layer.MOUNTS: Text(
        zh="没有私有的临时文件系统：写文件的总量靠定时测量限制，文件的大小和时间可以被查看。",
        en="No private file system: what is written is measured now and then instead of bounded by the "
        "kernel, and sizes and times of files outside can be seen.",
    ),
    Layer.NETWORK: Text(
        zh="只有 seccomp 阻止网络连接。", en="Only seccomp keeps submissions from the network."
    ),
    Layer.IPC: Text(
        zh="只有 seccomp 阻止共享内存和消息队列。",
        en="Only seccomp keeps submissions from shared memory and message queues.",
    ),
    Layer.BUBBLEWRAP: Text(
        zh="少一道外墙：整个文件系统不再只剩所需的文件（Debian、Ubuntu：apt install bubblewrap）。",
        en="One outer wall less: the file system is not reduced to what is needed "
        "(Debian, Ubuntu: apt install bubblewrap).",
    ),
    Layer.UNPRIVILEGED: Text(
        zh="提交的代码以 root 身份运行。", en="Submissions run as root."
    ),
}  # fmt: skip
_WITHOUT_CGROUPS: Final = Text(
    zh="无影响：内存按地址空间限制，不用 cgroup。",
    en="Nothing: memory is bounded by address space, not by cgroups.",
)
_WITHOUT_TORCH: Final = Text(
    zh="不能评用 PyTorch 的题目（pip install torch）。",
    en="Exercises that use PyTorch can't be graded (pip install torch).",
)
_WITHOUT_OTTER: Final = Text(
    zh="笔记本里的 otter 测试不能在本机试运行。",
    en="A notebook's otter tests can't be tried on this machine.",
)
_WITHOUT_CHROMIUM: Final = Text(
    zh="浏览器测试会跳过；报告页面不受影响。",
    en="Tests in a browser are skipped; report pages are not affected.",
)
_ONLY_LINUX: Final = Text(
    zh="沙箱只能在 Linux 上运行；check 和 practice 会用普通进程运行你自己的代码。",
    en="The sandbox runs on Linux only; check and practice run your own code in a plain process.",
)
