# tries: to find anything of the grader in its own environment
# returns: y == []

import os


def attack(x):
    ours = {"HOME", "TMPDIR", "LANG", "LC_CTYPE", "PATH", "PWD", "GLIBC_TUNABLES", "LD_BIND_NOW"}
    return [k for k in os.environ if k not in ours and not k.startswith("PYTHON") and not k.endswith("_THREADS")]
