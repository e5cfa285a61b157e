"""The same conversation without a zygote: one process, one submission, nothing locked down."""

import os
import sys
from collections.abc import Mapping
from typing import Any

from grader.sandbox.inside import child
from grader.sandbox.inside.preload import preload


def main(config: Mapping[str, Any], _: None) -> None:
    source, sink = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (source, sink):
            msvcrt.setmode(descriptor, os.O_BINARY)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(null, descriptor)  # print and input can't get into the conversation
    preload(config["profile"])
    os.chdir(config["folder"])
    os.write(sink, b"+")
    child.serve(source, sink)
    os._exit(0)
