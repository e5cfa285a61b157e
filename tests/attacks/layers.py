"""Which attacks get through when one layer of the sandbox is switched off: a table in Markdown.

    python tests/attacks/layers.py [--only PART_OF_A_NAME]

Run as root on Linux with bubblewrap: submissions then run as a user that owns nothing, which makes it safe to
let attacks through. An attack gets through if it has an effect that it must not have, or learns what it
must not; one that is stopped by another layer, and so ends in another verdict, is counted beside.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from grader.sandbox.runner import Sandbox
from grader.sandbox.zygotes import Zygote
from tests.attacks.referee import read_corpus, referee

FLOOR_ONLY: Final = ("bubblewrap", "namespaces")
# Never without seccomp and without a pid namespace: a fork bomb would outlive its verdict.
OFF: Final[dict[str, tuple[str, ...]]] = {
    "none": (),
    "bubblewrap": ("bubblewrap",),
    "bubblewrap, namespaces": FLOOR_ONLY,
    "Landlock": ("landlock",),
    "Landlock, bubblewrap, namespaces": (*FLOOR_ONLY, "landlock"),
    "seccomp": ("seccomp",),
    "seccomp, Landlock": ("seccomp", "landlock"),
    "resource limits": ("limits",),
    "resource limits, bubblewrap, namespaces": (*FLOOR_ONLY, "limits"),
}
_TOLD_OTHERWISE: Final = ("verdict ", "its file ended")


class Weakened(Sandbox):
    """A sandbox that starts though its self-test would refuse."""

    def _start(self) -> Zygote:
        return self._with_or_without_bubblewrap()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", default="", help="a part of the attacks' names")
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("layers: run this as root, so that the attacks run as a user who owns nothing")
    attacks = [attack for attack in read_corpus() if arguments.only in attack.name]
    print(f"{len(attacks)} attacks\n")
    print("| switched off | get through | stopped by another layer | which get through |")
    print("|---|---|---|---|", flush=True)
    for name, without in OFF.items():
        with Weakened(without=without) as box:
            found, _ = referee(box, attacks)
        through = [
            attack for attack, wrong in found.items() if any(not w.startswith(_TOLD_OTHERWISE) for w in wrong)
        ]
        listed = ", ".join(through)
        print(f"| {name} | {len(through)} | {len(found) - len(through)} | {listed} |", flush=True)
        print("\n".join(f"{a}: {w}" for a, w in found.items()), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
