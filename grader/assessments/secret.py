"""The secret of an assessment: 32 bytes from the operating system, in a file that only its owner can read."""

import errno
import os
import secrets
import stat
from pathlib import Path
from typing import Final

from exercises.kit.base import Text
from grader.submissions.problems import sentence

SECRET_BYTES: Final = 32
_READ_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY")
)


class SecretError(Exception):
    """The secret's file cannot be used; `problem` says why and what to do."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


def load_or_create_secret(path: Path) -> bytes:
    """Read the 32 secret bytes of an assessment; make the file, for its owner only, if there is none.

    The file holds 64 hexadecimal digits. Of several processes that make it at once, one
    makes it and all read it.

    Raises
    ------
    SecretError
        If others may read or write the file, it is a link or no file, or it holds no secret.
    """
    secret = load_secret(path)
    if secret is not None:
        return secret
    try:
        _create(path)
        return _read(path)
    except OSError as error:
        raise _unusable(path, error) from None


def load_secret(path: Path) -> bytes | None:
    """Read the secret; None where there is no such file.

    Raises
    ------
    SecretError
        As `load_or_create_secret`.
    """
    try:
        return _read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(path, error) from None


def _create(path: Path) -> None:
    """Write a new secret beside `path` and link it there: whoever looks sees no file, or a whole one."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(draft, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(f"{secrets.token_hex(SECRET_BYTES)}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process was first: its secret counts
        except OSError:
            # A file system without hard links. Without a link, renaming would replace another's secret.
            descriptor = os.open(path, flags, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(draft.read_bytes())
    finally:
        draft.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    descriptor = os.open(path, _READ_FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SecretError(
                sentence(
                    "{path} 不是普通文件，不能存放密钥。请在 secret_file 里写另一个文件。",
                    "{path} is no ordinary file and cannot hold the secret. Name another in secret_file.",
                    path=path,
                )
            )
        # Windows keeps no such mode.
        if os.name == "posix" and status.st_mode & 0o077:
            raise SecretError(
                sentence(
                    "密钥文件 {path} 的权限是 {mode:04o}，别人也能读写；应为 0600。请运行：chmod 600 {path}"
                    "（若学生可能看过，请删去它，换一个新的密钥）",
                    "The secret in {path} has mode {mode:04o}, open to others; it should be 0600. "
                    "Run: chmod 600 {path} "
                    "(if students may have seen it, delete it and use a new one)",
                    path=path,
                    mode=stat.S_IMODE(status.st_mode),
                )
            )
        text = file.read(4 * SECRET_BYTES)
    try:
        secret = bytes.fromhex(text.decode("ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) != SECRET_BYTES:
        raise SecretError(
            sentence(
                "{path} 里应有 {digits} 个十六进制数字，却不是。"
                "请从备份恢复它，或删去它以生成新的密钥（隐藏测试会随之改变）。",
                "{path} should hold {digits} hexadecimal digits and does not. Restore it from a backup, "
                "or delete it to have a new secret made (the hidden tests change with it).",
                path=path,
                digits=2 * SECRET_BYTES,
            )
        )
    return secret


def _unusable(path: Path, error: OSError) -> SecretError:
    if error.errno == errno.ELOOP:
        return SecretError(
            sentence(
                "密钥文件 {path} 是符号链接，不会跟随它。请在 secret_file 里写文件本身。",
                "The secret's file {path} is a symbolic link, which is not followed. Name the file itself.",
                path=path,
            )
        )
    return SecretError(
        sentence(
            "密钥文件 {path} 无法读取或创建（系统错误 {code}）。"
            "请检查文件夹和权限，或在 secret_file 里写另一个文件。",
            "The secret's file {path} cannot be read or made (system error {code}). "
            "Look at its folder and permissions, or name another in secret_file.",
            path=path,
            code=errno.errorcode.get(error.errno or 0, type(error).__name__),
        )
    )
