"""The fork that runs one submission: cells, then cases as they come, each answered before the next."""

import io
import os
import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from exercises.kit import interpreter
from grader.sandbox.inside import faults, imports, wire
from grader.sandbox.inside.agreed import GIVEN
from grader.sandbox.inside.standins import Inert

OUTPUT_FACTOR = 10_000
"""Printing this many times what is kept is a fault."""


class Printed(io.TextIOBase):
    """Keeps the beginning of what is printed."""

    def __init__(self, cap: int) -> None:
        self.cap = cap
        self.restart()

    def restart(self) -> None:
        self.kept: list[str] = []
        self.room = self.cap
        self.total = 0

    encoding = "utf-8"

    @property
    def buffer(self) -> "PrintedBytes":
        """`sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")` stands in many a file."""
        return PrintedBytes(self)

    def reconfigure(self, **settings: Any) -> None:
        """Whatever a terminal may need, this needs nothing."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.room > 0:
            piece = text[: self.room]
            self.kept.append(piece)
            self.room -= max(len(piece), 1)
        self.total += len(text)
        if self.total > self.cap * OUTPUT_FACTOR:
            raise faults.TooMuchOutputError(f"more than {self.total} characters printed")
        return len(text)

    def text(self) -> str:
        return wire.clean_text("".join(self.kept))


class PrintedBytes(io.RawIOBase):
    """The same for bytes."""

    def __init__(self, printed: Printed) -> None:
        self.printed = printed

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.printed.write(bytes(data).decode("utf-8", "replace"))
        return len(data)


class Child:
    """One conversation with the trusted side."""

    def __init__(self, descriptors: tuple[int, int], start: Mapping[str, Any]) -> None:
        self.source, self.sink = descriptors
        self.printed = Printed(start["output_bytes"])
        self.limit: int = start["result_bytes"]
        self.labels = {label for label, _ in start["cells"]} | set(map(imports.label, start["modules"]))
        self.namespace = _main_module(start["modules"])
        self.given: dict[str, Any] = {}
        sources = (*(source for _, source in start["cells"]), *start["modules"].values())
        self.may_draw = any(map(_may_draw, sources))
        sys.stdout = sys.stderr = self.printed

    def run_cells(self, start: Mapping[str, Any]) -> None:
        interpreter.seed_generators(0)
        for index, (label, source) in enumerate(start["cells"]):
            if index not in start["skip"]:
                self.printed.restart()
                fault = self.run_cell(label, source)
                self.say({"cell": index, "fault": fault, "printed": self.printed.text()})
        if start["answers"]:
            self.send_answers()

    def run_cell(self, label: str, source: str) -> dict[str, Any] | None:
        try:
            code = compile(source, label, "exec", dont_inherit=True)
            if label.endswith(".py"):
                self.namespace["__file__"] = label
        except BaseException as error:
            return faults.syntax_fault(error, label)
        try:
            exec(code, self.namespace)  # noqa: S102  this is what a sandbox is for
        except BaseException as error:
            return faults.fault(error, self.labels)
        return None

    def send_answers(self) -> None:
        answers = self.namespace.get("answers")
        reply: dict[str, Any] = {"answers": True, "fault": None}
        if not isinstance(answers, dict):
            found = f"`answers` is of type {wire.type_name(type(answers))}, a dict was expected"
            self.say({**reply, "fault": {"kind": "no result", "name": "answers", "message": found}})
        else:
            self.answer(reply, lambda: answers)

    def run_case(self, case: Mapping[str, Any], inputs: dict[str, Any]) -> None:
        self.printed.restart()
        if case["given"] is not None:
            self.given = {"__name__": GIVEN, **_preset()}
            self.may_draw = self.may_draw or _may_draw(case["given"])
            try:
                exec(compile(case["given"], GIVEN, "exec", dont_inherit=True), self.given)  # noqa: S102  ours
            except BaseException as error:
                fault = {**faults.fault(error, ()), "kind": "no result", "label": GIVEN}
                return self.say({"case": True, "fault": fault, "printed": ""})
        if self.may_draw:  # seeding takes longer than many an answer
            interpreter.seed_generators(case["seed"])
        returned: dict[str, Any] = {}

        def outputs() -> dict[str, Any]:
            namespace = {**self.namespace, **self.given}
            calls, inplace, wanted = case["calls"], case["inplace"], case["outputs"]
            return interpreter.run_calls(calls, namespace, inputs, inplace, wanted, returned)

        return self.answer({"case": True, "fault": None}, outputs, lambda: returned)

    def answer(
        self, reply: dict[str, Any], compute: Callable[[], Any], otherwise: Callable[[], Any] = lambda: None
    ) -> None:
        """Send what `compute` returns, or why it failed with what `otherwise` does; writing may fail too."""
        try:
            value = compute()
            frame = wire.pack({**reply, "printed": self.printed.text()}, value, self.limit)
        except BaseException as error:
            reply = {**reply, "fault": faults.fault(error, self.labels), "printed": self.printed.text()}
            try:
                frame = wire.pack(reply, otherwise(), self.limit)
            except BaseException:
                frame = wire.pack(reply)
        write_all(self.sink, frame)

    def say(self, message: Mapping[str, Any]) -> None:
        write_all(self.sink, wire.pack(message))


def serve(source: int, sink: int) -> None:
    """Talk until the trusted side has heard enough; then the process is to end at once."""
    frames = Frames(source)
    started = frames.next()
    if started is None:
        return
    start = started[0]
    child = Child((source, sink), start)
    child.run_cells(start)
    while (received := frames.next()) is not None:
        child.run_case(*received)


class Frames:
    """What the trusted side sends: no frame before the one before it has been answered."""

    def __init__(self, source: int) -> None:
        self.source = source
        self.ahead = bytearray()

    def next(self) -> tuple[Any, Any] | None:
        """The next frame; None when the trusted side has hung up."""
        header = self.take(wire.HEADER.size)
        if header is None:
            return None
        head_length, body_length = wire.lengths(header, 1 << 40)
        head, body = self.take(head_length), self.take(body_length)
        return None if head is None or body is None else wire.unpack(head, body, str)

    def take(self, size: int) -> bytearray | None:
        while len(self.ahead) < size:
            piece = os.read(self.source, max(1 << 16, min(size - len(self.ahead), 1 << 20)))
            if not piece:
                return None
            self.ahead += piece
        taken = self.ahead[:size]
        del self.ahead[:size]
        return taken


def _may_draw(source: str) -> bool:
    """Whether code may use a global generator. If it hides that it does, it goes on from the cells' seed."""
    return "rand" in source or "torch" in source


def write_all(sink: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(sink, rest) :]


def _main_module(modules: Mapping[str, str]) -> dict[str, Any]:
    """The namespace of the cells: a real `__main__`, so that dataclasses and pickle find their classes."""
    main = ModuleType("__main__")
    sys.modules["__main__"] = main
    imports.allow_submitted(modules)
    main.__dict__.update(answers={}, get_ipython=Inert(), display=Inert())
    return main.__dict__


def _preset() -> dict[str, Any]:
    """What given code may use without importing it."""
    return {
        short: sys.modules[name]
        for short, name in (("np", "numpy"), ("torch", "torch"))
        if name in sys.modules
    }
