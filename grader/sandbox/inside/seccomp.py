"""Which system calls a student's process may make, as a small classic BPF program.

Everything that is not listed fails with EPERM, which Python shows as PermissionError. What no honest
program does by accident kills the process, so that the attempt has a verdict of its own.
"""

import struct

from grader.sandbox.inside.syscalls import MACHINE, number

_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_ALLOWED = """
    read write readv writev pread64 pwrite64 preadv pwritev lseek close close_range mmap mprotect munmap
    mremap madvise brk msync futex futex_waitv fstat stat lstat newfstatat statx access faccessat faccessat2
    readlink readlinkat getcwd chdir fchdir rmdir unlink unlinkat rename
    renameat renameat2 ftruncate fallocate fadvise64 getdents64 dup dup2 dup3 poll ppoll select
    pselect6 epoll_create1 epoll_ctl epoll_wait epoll_pwait pipe pipe2 eventfd2 sendfile copy_file_range
    fsync fdatasync umask rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait
    sigaltstack restart_syscall alarm setitimer getitimer pause nanosleep clock_nanosleep clock_gettime
    clock_getres gettimeofday time getpid gettid getppid getuid geteuid getgid getegid getgroups getresuid
    getresgid getpgrp getpgid getsid getrlimit getrusage times sysinfo uname getcpu sched_yield
    sched_getaffinity sched_getparam sched_getscheduler set_robust_list rseq set_tid_address arch_prctl
    membarrier getrandom exit exit_group
""".split()

# Not in it though harmless to look at: truncate and utimensat take paths of which Landlock sees nothing.

_KILLED = """
    ptrace process_vm_readv process_vm_writev process_madvise pidfd_getfd mount umount2 pivot_root unshare
    setns fsopen fsmount fsconfig fspick move_mount open_tree mount_setattr bpf io_uring_setup
    io_uring_enter io_uring_register userfaultfd keyctl add_key request_key perf_event_open
    open_by_handle_at kexec_load kexec_file_load init_module finit_module delete_module swapon reboot iopl
    ioperm
""".split()
"""Reads other processes' memory, changes what is mounted, or is where kernel exploits start."""

# fcntl: copies and flags of descriptors. No locks: a lock on a file that two submissions can read is a
# channel between them (so flock is not allowed either).
_FCNTL = (0, 1, 2, 3, 4, 1030)
# ioctl: TCGETS (isatty), TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# prctl: PR_SET_NAME, PR_GET_NAME, PR_SET_VMA (names of memory, which newer C libraries set)
_PRCTL = (15, 16, 0x53564D41)

_CLONE_THREAD = 0x10000
_CLONE_NEW = 0x7E020080  # every flag that makes a namespace

_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _JUMP, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x05, 0x06
_STEP = 8  # bytes of an instruction
_OWN_PID = 0xFEEDC0DE  # stands for the process's number in the prepared filter
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _EAGAIN, _ENOSYS, _EOPNOTSUPP = 1, 11, 38, 95
_NUMBER, _ARCH = 0, 4  # offsets in struct seccomp_data
_FIRST_ARGUMENT, _SECOND_ARGUMENT, _THIRD_ARGUMENT, _FOURTH_ARGUMENT = 16, 24, 32, 40

_O_WRITES, _O_CREAT, _O_TRUNC, _O_TMPFILE = 0o3, 0o100, 0o1000, 0o20000000
_SET_USER_OR_GROUP_ID = 0o6000


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, value)


def _give(verdict: int) -> bytes:
    return _step(_RETURN, verdict)


def _only(argument: int, values: tuple[int, ...]) -> bytes:
    """Allow if the argument is one of `values`, else EPERM."""
    tests = [step for value in values for step in (_step(_EQUAL, value, no=1), _give(_ALLOW))]
    return b"".join((_step(_LOAD, argument), *tests, _give(_ERRNO | _EPERM)))


def _made(mode: int) -> bytes:
    """Allow to make a file or folder, but none that runs as its owner: that may be who grades."""
    return b"".join(
        (
            _step(_LOAD, mode),
            _step(_ANY_BIT, _SET_USER_OR_GROUP_ID, no=1),
            _give(_ERRNO | _EPERM),
            _give(_ALLOW),
        )
    )


def _opened(flags: int, mode: int) -> bytes:
    """Allow to open, and to make as `_made` does.

    Not to make a file without a name, which nobody could count; nor to empty a file that is opened to be read
    only, which Landlock allowed before its third version.
    """
    return b"".join(
        (
            _step(_LOAD, flags),
            _step(_ANY_BIT, _O_TMPFILE, no=1),
            _give(_ERRNO | _EOPNOTSUPP),  # so that `tempfile` makes one with a name
            _step(_ANY_BIT, _O_TRUNC, no=2),
            _step(_ANY_BIT, _O_WRITES, yes=1),
            _give(_ERRNO | _EPERM),
            _step(_ANY_BIT, _O_CREAT, yes=1),  # else there is no mode to look at
            _give(_ALLOW),
            _made(mode),
        )
    )


def _decisions() -> dict[str, bytes]:
    """For each call that does not simply fail with EPERM: steps that end in a verdict."""
    thread_only = (
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_ANY_BIT, _CLONE_NEW, no=1),
        _give(_KILL),
        _step(_ANY_BIT, _CLONE_THREAD, no=1),
        _give(_ALLOW),
        _give(_ERRNO | _EAGAIN),  # what a process gets that starts too many
    )
    own_process = _only(_FIRST_ARGUMENT, (_OWN_PID,))
    return {
        **dict.fromkeys(_ALLOWED, _give(_ALLOW)),
        **dict.fromkeys(_KILLED, _give(_KILL)),
        "clone": b"".join(thread_only),
        "clone3": _give(_ERRNO | _ENOSYS),  # its flags lie in memory, unseen: libc falls back on clone
        "fork": _give(_ERRNO | _EAGAIN),
        "vfork": _give(_ERRNO | _EAGAIN),
        "open": _opened(_SECOND_ARGUMENT, _THIRD_ARGUMENT),
        "openat": _opened(_THIRD_ARGUMENT, _FOURTH_ARGUMENT),
        "creat": _made(_SECOND_ARGUMENT),
        "mkdir": _made(_SECOND_ARGUMENT),
        "mkdirat": _made(_THIRD_ARGUMENT),
        "fcntl": _only(_SECOND_ARGUMENT, _FCNTL),
        "ioctl": _only(_SECOND_ARGUMENT, _IOCTL),
        "prctl": _only(_FIRST_ARGUMENT, _PRCTL),
        "prlimit64": _only(_FIRST_ARGUMENT, (0,)),
        "kill": own_process,  # abort() and raise() signal their own process
        "tgkill": own_process,
    }


def available() -> bool:
    return MACHINE in _ARCHITECTURE


def prepare() -> bytes:
    """The filter but for the process's own number, which `program` fills in."""
    entries = sorted(
        (code, steps) for name, steps in _decisions().items() if (code := number(name)) is not None
    )
    return b"".join(
        (
            _step(_LOAD, _ARCH),
            _step(_EQUAL, _ARCHITECTURE[MACHINE], yes=1),
            _give(_KILL),  # 32-bit calls have other numbers, and would slip through
            _step(_LOAD, _NUMBER),
            _step(_AT_LEAST, 0x40000000, no=1),
            _give(_KILL),  # so would those of x32
            _search(entries),
        )
    )


def _search(entries: list[tuple[int, bytes]]) -> bytes:
    """Find the call by halving: to install it, the kernel runs the filter once for every call there is."""
    if len(entries) <= 3:
        tests = [_step(_EQUAL, code, no=len(steps) // _STEP) + steps for code, steps in entries]
        return b"".join((*tests, _give(_ERRNO | _EPERM)))
    middle = len(entries) // 2
    below, above = _search(entries[:middle]), _search(entries[middle:])
    return _step(_AT_LEAST, entries[middle][0], no=1) + _step(_JUMP, len(below) // _STEP) + below + above


def program(prepared: bytes, pid: int) -> bytes:
    """The filter for process `pid`, which may signal itself and nobody else."""
    return prepared.replace(struct.pack("<I", _OWN_PID), struct.pack("<I", pid))
