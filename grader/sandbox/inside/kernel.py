"""The few system calls that Python does not offer, each as a function that raises OSError."""

import ctypes
import os
import struct

from grader.sandbox.inside.syscalls import number

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 32, 4096, 16384, 1 << 18

_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_CAPABILITY_VERSION_3 = 0x20080522
_SECCOMP_SET_MODE_FILTER = 1
_LANDLOCK_RULE_PATH_BENEATH = 1

_libc = ctypes.CDLL(None, use_errno=True)
_fork = ctypes.PyDLL(None, use_errno=True).fork  # the interpreter's lock stays taken
_syscall = _libc.syscall
_syscall.restype = ctypes.c_long


def _checked(result: int) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def _call(name: str, *arguments: object) -> int:
    code = number(name)
    if code is None:
        raise OSError(38, f"{name} is not known on this machine")
    words = [a if isinstance(a, (bytes, ctypes.Array)) else ctypes.c_long(a) for a in arguments]  # type: ignore[arg-type]
    return _checked(_syscall(ctypes.c_long(code), *words))


def fork() -> int:
    """Fork as the C library does, without Python's own handlers: for a process of one thread.

    They would seed `random`, mend the locks of threads and loggers that are not there, and copy a megabyte
    of pages by it, for every submission.
    """
    return _checked(_fork())


def unshare(flags: int) -> None:
    _checked(_libc.unshare(ctypes.c_int(flags)))


def setns(descriptor: int, kind: int) -> None:
    _checked(_libc.setns(ctypes.c_int(descriptor), ctypes.c_int(kind)))


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    strings = [text.encode() for text in (source, target, kind)]
    _checked(_libc.mount(*strings, ctypes.c_ulong(flags), options.encode()))


def prctl(option: int, value: int) -> None:
    _checked(_libc.prctl(option, ctypes.c_ulong(value), *[ctypes.c_ulong(0)] * 3))


def close_from(first: int) -> None:
    """Close every descriptor from `first` on."""
    try:
        _call("close_range", first, (1 << 32) - 1, 0)
    except OSError:  # a kernel older than 5.9
        os.closerange(first, 1 << 16)


def set_dumpable(dumpable: bool) -> None:
    prctl(_PR_SET_DUMPABLE, int(dumpable))


def no_new_privileges() -> None:
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def drop_capabilities() -> None:
    """Give up every capability: effective, permitted and inheritable."""
    header = struct.pack("<Ii", _CAPABILITY_VERSION_3, 0)
    _call("capset", header, bytes(24))


def landlock_abi() -> int:
    """Version of Landlock, 0 where the kernel has none."""
    try:
        return _call("landlock_create_ruleset", 0, 0, 1)
    except OSError:
        return 0


def landlock_ruleset(files: int, network: int, scopes: int, abi: int) -> int:
    """A descriptor of an empty ruleset that handles these rights; fields newer than `abi` are left out."""
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    return _call("landlock_create_ruleset", struct.pack("<QQQ", files, network, scopes)[:size], size, 0)


def landlock_allow(ruleset: int, rights: int, path: str) -> None:
    """Allow `rights` on the file, or on everything beneath the folder, at `path`."""
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("<Qi", rights, descriptor)
        _call("landlock_add_rule", ruleset, _LANDLOCK_RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def landlock_restrict(ruleset: int) -> None:
    _call("landlock_restrict_self", ruleset, 0)


def seccomp_filter(program: bytes) -> None:
    """Install a classic BPF program; `program` is its instructions, eight bytes each."""
    code = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    _call("seccomp", _SECCOMP_SET_MODE_FILTER, 0, head)
