"""An exception of a student's code as plain data: its kind, its words, and the student's own last line."""

import errno
from collections.abc import Collection
from typing import Any

from exercises.kit import interpreter
from grader.sandbox.inside.wire import TooLargeError, clean_text

_ERRNO_KINDS = {
    **dict.fromkeys((errno.EPERM, errno.EACCES, errno.EROFS), "forbidden"),
    **dict.fromkeys((errno.EFBIG, errno.ENOSPC, errno.EDQUOT, errno.EMFILE), "file limit"),
    errno.EAGAIN: "process limit",
    errno.ENOMEM: "memory limit",
}
_MAX_MESSAGE = 2000


class TooMuchOutputError(BaseException):
    """Far more was printed than anyone could read. No Exception: a student's handler must not go on."""


def fault(error: BaseException, labels: Collection[str]) -> dict[str, Any]:
    """Describe `error` with the last line of its traceback that lies in one of the student's `labels`."""
    label, line = _own_line(error, labels)
    return {
        "kind": _kind(error),
        "exception": _words(lambda: type(error).__name__)[:200],
        "message": _words(lambda: str(error))[:_MAX_MESSAGE],
        "label": label,
        "line": line,
        **_details(error),
    }


def syntax_fault(error: BaseException, label: str) -> dict[str, Any]:
    """What `compile` raised: mostly SyntaxError, which knows its line."""
    line = getattr(error, "lineno", None)
    found = fault(error, ())
    too_deep = isinstance(error, (MemoryError, RecursionError))
    return {
        **found,
        "kind": found["kind"] if too_deep else "syntax error",
        "message": _words(lambda: getattr(error, "msg", None) or str(error))[:_MAX_MESSAGE],
        "label": label,
        "line": line if type(line) is int and line > 0 else None,
    }


def _kind(error: BaseException) -> str:
    kind = type(error)
    exact = {
        interpreter.MissingNameError: "missing name",
        interpreter.NotCallableError: "not callable",
        interpreter.ResultCountError: "wrong number of results",
        TooLargeError: "output limit",
        TooMuchOutputError: "output limit",
    }.get(kind)
    if exact:
        return exact
    if isinstance(error, MemoryError):
        return "memory limit"
    if isinstance(error, OSError):
        return _ERRNO_KINDS.get(error.errno or 0, "error")
    if kind is RuntimeError:
        words = _words(lambda: str(error))
        if "can't start new thread" in words:
            return "process limit"
        if "DefaultCPUAllocator" in words:  # torch has no MemoryError
            return "memory limit"
    return "error"


def _details(error: BaseException) -> dict[str, Any]:
    if type(error) is interpreter.MissingNameError:
        return {"name": error.name}
    if type(error) is interpreter.NotCallableError:
        return {"name": error.name, "exception": "", "message": f"it is of type {error.type_name}"}
    if type(error) is interpreter.ResultCountError:
        return {"name": error.function, "expected": error.expected, "found": error.found}
    return {}


def _own_line(error: BaseException, labels: Collection[str]) -> tuple[str, int | None]:
    label, line = "", None
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name in labels:
            label, line = name, step.tb_lineno
        step = step.tb_next
    return label, line


def _words(say: Any) -> str:
    try:
        return clean_text(str.__str__(say()))
    except BaseException:  # a student's own exception may raise in its __str__
        return ""
