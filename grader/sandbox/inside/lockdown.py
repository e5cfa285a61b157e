"""What a fork does to itself before it sees a byte of a student's: small steps, each against an attack.

Order matters: mounts before Landlock, which forbids mounting; everything before seccomp, which forbids
nearly everything.
"""

import contextlib
import os
import resource
from collections.abc import Callable

from grader.sandbox.inside import kernel, seccomp
from grader.sandbox.inside.arrive import CHANNEL
from grader.sandbox.inside.namespaces import WORK, Grounds

_CPU_GRACE_S = 5


class Allowance:
    """What this fork may use, in the kernel's units."""

    def __init__(self, memory: int, cpu_s: int, processes: int, file_bytes: int) -> None:
        self.memory, self.cpu_s = memory, cpu_s
        self.processes, self.file_bytes = processes, file_bytes


class Prepared:
    """What the zygote has made ready for all its forks."""

    def __init__(self, grounds: Grounds, ruleset: int | None, filter_: bytes | None) -> None:
        self.grounds, self.ruleset, self.filter_ = grounds, ruleset, filter_
        self.mapped = 0
        """Bytes of address space that the zygote itself has."""


Step = Callable[[Prepared, Allowance], None]


def lock_down(prepared: Prepared, allowance: Allowance) -> None:
    for step in STEPS:
        step(prepared, allowance)


def leave_session(prepared: Prepared, allowance: Allowance) -> None:
    """Against signals to the grader's process group, and against writing to its terminal."""
    os.setsid()


def leave_namespaces(prepared: Prepared, allowance: Allowance) -> None:
    """Against what one submission could leave for the next: message queues, mounts, a host name."""
    if prepared.grounds.own_mounts:
        kernel.unshare(
            kernel.CLONE_NEWNS | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS | kernel.CLONE_NEWCGROUP
        )


def first_out_of_memory(prepared: Prepared, allowance: Allowance) -> None:
    """Against a machine that runs short of memory: the kernel ends this process before any other."""
    with contextlib.suppress(OSError):
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        os.write(descriptor, b"1000")
        os.close(descriptor)


def private_files(prepared: Prepared, allowance: Allowance) -> None:
    """Against files left for the next submission, full disks, and looking around in /proc."""
    work = os.path.join(prepared.grounds.folder, WORK)
    if prepared.grounds.own_mounts:
        safe = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
        kernel.mount(
            "tmpfs", work, "tmpfs", safe, f"size={4 * allowance.file_bytes},nr_inodes=1000,mode=0700"
        )
        kernel.mount("tmpfs", "/proc", "tmpfs", safe | kernel.MS_RDONLY, "size=4k,nr_inodes=2")
    os.chdir(work)


def limit_resources(prepared: Prepared, allowance: Allowance) -> None:
    """Against memory hogs, endless loops, thread and fork bombs, full disks and core dumps."""
    if "resource limits" not in prepared.grounds.layers:
        return  # left out, to see what the other layers hold
    own_users = prepared.grounds.own_mounts or "unprivileged user" in prepared.grounds.layers
    # where other processes of this user count too, leave room for them: the filter forbids processes,
    # so this bounds threads only, which the memory limit does as well
    others = 4 if own_users else prepared.grounds.processes_of_uid + 256
    for kind, value in (
        (resource.RLIMIT_AS, prepared.mapped + allowance.memory),
        (
            resource.RLIMIT_CPU,
            allowance.cpu_s + _CPU_GRACE_S,
        ),  # a backstop: the clock is read outside
        (resource.RLIMIT_FSIZE, allowance.file_bytes),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, allowance.processes + others),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def limit_files(prepared: Prepared, allowance: Allowance) -> None:
    """Against reading the grader's files, submissions and /etc, writing elsewhere, starting programs."""
    kernel.no_new_privileges()
    if prepared.ruleset is not None:
        kernel.landlock_restrict(prepared.ruleset)
        os.close(prepared.ruleset)


def drop_privileges(prepared: Prepared, allowance: Allowance) -> None:
    """Against undoing any of this: no capability, none to be gained, memory closed to other processes."""
    kernel.drop_capabilities()
    kernel.set_dumpable(False)


def keep_one_channel(prepared: Prepared, allowance: Allowance) -> None:
    """Against descriptors of the zygote: its control socket, its pid namespace."""
    kernel.close_from(CHANNEL + 1)


def limit_calls(prepared: Prepared, allowance: Allowance) -> None:
    """Against sockets, exec, fork, ptrace, signals to others, and calls where kernel exploits start."""
    if prepared.filter_ is not None:
        kernel.seccomp_filter(seccomp.program(prepared.filter_, os.getpid()))


STEPS: tuple[Step, ...] = (
    leave_session,
    leave_namespaces,
    first_out_of_memory,
    private_files,
    limit_resources,
    limit_files,
    drop_privileges,
    keep_one_channel,
    limit_calls,
)
