"""What the zygote does once, before it imports NumPy: become nobody in particular, and unshare.

Each step goes on where the machine refuses: what is then missing is said in `Grounds.layers`, and the
trusted side decides whether the rest is enough.
"""

import contextlib
import os
from collections.abc import Iterable, Sequence

from grader.sandbox.inside import kernel

WORK = "work"
_ALL = (
    kernel.CLONE_NEWUSER | kernel.CLONE_NEWPID | kernel.CLONE_NEWNS | kernel.CLONE_NEWNET
    | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS
)  # fmt: skip


class Grounds:
    """What the machine gave, and what each fork is to do about it."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.layers: list[str] = []
        self.own_pids: int | None = None
        """Descriptor of the zygote's pid namespace, if each fork can have one of its own."""
        self.own_mounts = False
        self.processes_of_uid = 0
        """How many the limit on processes must leave room for."""


def prepare(
    folder: str, uid: int | None, without: Sequence[str], hidden: Iterable[str], bare: bool
) -> Grounds:
    """Take every wall that the machine has.

    Parameters
    ----------
    folder : path
        A folder of this zygote; the forks write in `folder/work`.
    uid : int or None
        Whom to become, when started as root.
    without : list of str
        Layers to leave out.
    hidden : paths
        What must stay readable where it lies in a folder that only root may enter.
    bare : bool
        No bubblewrap around us: mounts are as the machine has them.
    """
    grounds = Grounds(folder)
    if uid is not None:
        if bare:
            _open_root_only_folders(hidden)
        _become(uid)
        grounds.layers.append("unprivileged user")
    grounds.processes_of_uid = _processes_of(os.getuid())
    if "namespaces" not in without:
        _unshare_all(grounds, bare)
    return grounds


def _become(uid: int) -> None:
    os.setgroups([])
    try:
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    except OSError:  # a container may know only the first 65536 users
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
    kernel.set_dumpable(True)  # or /proc/self/uid_map stays root's, and no namespace can be mapped


def _unshare_all(grounds: Grounds, bare: bool) -> None:
    uid, gid = os.getuid(), os.getgid()
    try:
        kernel.unshare(_ALL)
    except OSError:
        return  # Docker's default profile, or a kernel that has them switched off
    map_user(uid, uid, gid, gid)
    _continue_in_fork()
    grounds.layers += ["user namespace", "network namespace", "ipc namespace"]
    with contextlib.suppress(OSError):
        grounds.own_pids = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        grounds.layers.append("pid namespace")
    with contextlib.suppress(OSError):
        kernel.mount("none", "/", "", kernel.MS_REC | kernel.MS_PRIVATE)
        if bare:  # inside bubblewrap the folder lies on a read-only root already
            _read_only_folder(grounds.folder)
        grounds.own_mounts = True
        grounds.layers.append("mount namespace")


def map_user(inside_uid: int, uid: int, inside_gid: int, gid: int) -> None:
    """Map one user and one group of a new user namespace."""
    for file, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{inside_uid} {uid} 1"),
        ("gid_map", f"{inside_gid} {gid} 1"),
    ):
        descriptor = os.open(f"/proc/self/{file}", os.O_WRONLY)
        try:
            os.write(descriptor, line.encode())
        finally:
            os.close(descriptor)


def _continue_in_fork() -> None:
    """Go on as the first process of the new pid namespace; the old one ends when that ends."""
    pid = os.fork()
    if pid:
        with contextlib.suppress(BaseException):
            os.closerange(0, 64)
            os.waitpid(pid, 0)
        os._exit(0)


def _read_only_folder(folder: str) -> None:
    """Cover the folder by a read-only tmpfs with nothing in it but the mount point for each fork's own."""
    kernel.mount("tmpfs", folder, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=64k,mode=0755")
    os.mkdir(os.path.join(folder, WORK))
    flags = kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY | kernel.MS_NOSUID | kernel.MS_NODEV
    kernel.mount("none", folder, "", flags)


def _processes_of(uid: int) -> int:
    count = 0
    with contextlib.suppress(OSError):
        for name in os.listdir("/proc"):
            if name.isdigit():
                with contextlib.suppress(OSError):
                    if os.stat(f"/proc/{name}").st_uid == uid:
                        count += len(os.listdir(f"/proc/{name}/task"))
    return count


def _open_root_only_folders(paths: Iterable[str]) -> None:
    """Show these paths, and nothing else, of folders that only root may enter (Python under /root).

    In a mount namespace of our own: an empty folder covers the closed one, with the paths bound back.
    """
    closed_paths = [(closed, path) for path in paths if (closed := _outermost_closed(path))]
    if not closed_paths:
        return
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", "", kernel.MS_REC | kernel.MS_PRIVATE)
    wanted: dict[str, list[tuple[str, int]]] = {}
    for closed, path in closed_paths:  # opened before they are covered, and in the namespace that covers them
        wanted.setdefault(closed, []).append((path, os.open(path, os.O_PATH | os.O_CLOEXEC)))
    for closed, opened in wanted.items():
        kernel.mount("tmpfs", closed, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=1m,mode=0755")
        for path, descriptor in opened:
            if os.fstat(descriptor).st_mode & 0o040000:
                os.makedirs(path, exist_ok=True)
            else:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o644))
            kernel.mount(f"/proc/self/fd/{descriptor}", path, "", kernel.MS_BIND)
            os.close(descriptor)


def _outermost_closed(path: str) -> str | None:
    """The highest folder on the way to `path` that other users may not pass."""
    parts = path.split("/")
    for depth in range(2, len(parts) + 1):
        folder = "/".join(parts[:depth])
        if os.path.isdir(folder) and not os.stat(folder).st_mode & 0o001:
            return folder
    return None
