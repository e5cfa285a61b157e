"""Which walls stand between a submission and the machine, and what is said when too few do."""

from enum import StrEnum
from typing import Self

from exercises.kit.base import Frozen, Text


class Layer(StrEnum):
    """One wall. The first three a process puts on itself, with no privilege and no outside program."""

    LIMITS = "resource limits"
    LANDLOCK = "Landlock"
    SECCOMP = "seccomp"
    USER = "user namespace"
    PIDS = "pid namespace"
    MOUNTS = "mount namespace"
    NETWORK = "network namespace"
    IPC = "ipc namespace"
    BUBBLEWRAP = "bubblewrap"
    UNPRIVILEGED = "unprivileged user"
    """Started as root, and became somebody who is nobody."""


NAMESPACES = frozenset({Layer.USER, Layer.PIDS, Layer.MOUNTS, Layer.NETWORK, Layer.IPC})
FLOOR = frozenset({Layer.LIMITS, Layer.LANDLOCK, Layer.SECCOMP})


class Isolation(Frozen):
    """The layers in force, for `doctor` and for the results."""

    layers: tuple[Layer, ...] = ()

    @property
    def missing(self) -> tuple[Layer, ...]:
        """Layers that this machine does not give, but for those that only root needs."""
        return tuple(layer for layer in Layer if layer not in self.layers and layer is not Layer.UNPRIVILEGED)

    def __str__(self) -> str:
        return ", ".join(self.layers) or "none"


class SandboxUnavailableError(Exception):
    """Submissions can't be run safely here; `reason` says why and what to do, to the person who runs it."""

    def __init__(self, reason: Text, isolation: Isolation | None = None) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.isolation = isolation or Isolation()
        """The layers that there were, and that were not enough."""

    def __reduce__(self) -> tuple[type[Self], tuple[Text]]:
        return type(self), (self.reason,)  # as raised, so that it comes back from a worker process


def refusal(isolation: Isolation, weaker: bool) -> Text | None:
    """Why these layers are not enough; None if they are.

    Parameters
    ----------
    weaker : bool
        Go on without Landlock or seccomp, if every namespace is there.
    """
    layers = frozenset(isolation.layers)
    if layers >= FLOOR:
        return None
    missing = " and ".join(sorted(FLOOR - layers))
    if not layers >= NAMESPACES | {Layer.LIMITS}:
        return Text(
            zh=f"这台机器缺少 {missing}, 命名空间也不齐全 (现有: {isolation}), 无法安全地运行学生代码。"
            "请使用 Linux 5.13 以上的内核, 或在容器中评分; --no-sandbox 只可用于自己的代码。",
            en=f"This machine lacks {missing}, and not every namespace is there (found: {isolation}), so "
            "students' code can't be run safely. Use Linux 5.13 or newer, or grade in a container; "
            "--no-sandbox is for your own code only.",
        )
    if weaker:
        return None
    return Text(
        zh=f"这台机器缺少 {missing}, 只有命名空间可用 (现有: {isolation})。"
        "请使用 Linux 5.13 以上的内核; 若接受较弱的隔离, 请加 --allow-weaker-sandbox。",
        en=f"This machine lacks {missing}, and only namespaces are left (found: {isolation}). "
        "Use Linux 5.13 or newer, or accept the weaker isolation with --allow-weaker-sandbox.",
    )
