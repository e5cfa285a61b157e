"""Hostile submissions: each row is what `attack(x)` does, and every verdict it may end in.

Not a test module: `test_attacks` runs these rows here, and once more as another user in a process of its own.
"""

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from exercises.kit.program import parse_program
from grader.sandbox.job import CaseJob, CaseRun, FaultKind, Job, JobResult, Limits, QuestionJob, Unreadable
from grader.sandbox.runner import Sandbox
from grader.submissions.model import Cell

K = FaultKind
LIMITS = Limits(question_cpu_s=0.2, submission_cpu_s=4, wall_factor=4, memory_mb=256, file_mb=4, result_mb=16)

INNOCENT = "import numpy as np\ndef innocent(x):\n    return np.asarray(x) * 2\nanswers['q'] = 7\n"


class Attack(NamedTuple):
    name: str
    body: str
    verdicts: set[FaultKind | str] | str
    """Fault kinds allowed, or an expression in `y` that must hold for the value returned."""


ATTACKS = [
    Attack("fork bomb", "while True: os.fork()", {K.PROCESS_LIMIT}),
    Attack(
        "thread bomb",
        "while True: threading.Thread(target=time.sleep, args=(99,)).start()",
        {K.PROCESS_LIMIT},
    ),
    Attack("list that grows", "a = []\nwhile True: a.append(bytes(1 << 22))", {K.MEMORY_LIMIT}),
    Attack("array of 32 GB", "return np.ones(1 << 32)", {K.MEMORY_LIMIT}),
    Attack("shared memory map", "m = mmap.mmap(-1, 1 << 30)\nm[:] = b'x' * (1 << 30)", {K.MEMORY_LIMIT}),
    Attack("loop in Python", "while True: pass", {K.TIME_LIMIT}),
    Attack("loop in C", "sum(itertools.repeat(1))", {K.TIME_LIMIT}),
    Attack("catastrophic pattern", "re.match('(a+)+$', 'a' * 99 + 'b')", {K.TIME_LIMIT}),
    Attack(
        "loop that catches everything",
        """
        while True:
            try:
                while True: pass
            except BaseException: pass
        """,
        {K.TIME_LIMIT},
    ),
    Attack(
        "loop in a handler of SIGXCPU",
        """
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        while True: pass
        """,
        {K.TIME_LIMIT},
    ),
    Attack("sleep", "time.sleep(99)", {K.WALL_LIMIT}),
    Attack("leave by os._exit", "os._exit(0)", {K.NO_RESULT}),
    Attack("leave by sys.exit", "sys.exit(0)", {K.ERROR}),
    Attack("read address 0", "ctypes.string_at(0)", {K.CRASHED}),
    Attack("abort", "os.abort()", {K.CRASHED}),
    Attack(
        "bottomless recursion in C",
        """
        sys.setrecursionlimit(10**9)
        def f(): return f()
        f()
        """,
        {K.CRASHED, K.MEMORY_LIMIT, K.ERROR, K.TIME_LIMIT},
    ),
    Attack("read /etc/shadow", "return open('/etc/shadow').read()", {K.FORBIDDEN, K.ERROR}),
    Attack("read /etc/passwd", "return open('/etc/passwd').read()", {K.FORBIDDEN, K.ERROR}),
    Attack("list /root", "return os.listdir('/root')", {K.FORBIDDEN, K.ERROR}),
    Attack("list /tmp", "return os.listdir('/tmp')", {K.FORBIDDEN, K.ERROR}),
    Attack(
        "list /proc",
        "return [p for p in os.listdir('/proc') if p.isdigit()]",
        {K.FORBIDDEN, K.ERROR, "y == []"},
    ),
    Attack("read the grader", f"return open({__file__!r}).read()", {K.FORBIDDEN, K.ERROR}),
    Attack("read its own memory map", "return open('/proc/self/maps').read()", {K.FORBIDDEN, K.ERROR}),
    Attack("write to /tmp", "open('/tmp/escaped', 'w')", {K.FORBIDDEN, K.ERROR}),
    Attack("write beside the work folder", "open('../escaped', 'w')", {K.FORBIDDEN, K.ERROR}),
    Attack("write into NumPy", "open(np.__file__, 'a')", {K.FORBIDDEN, K.ERROR}),
    Attack(
        "link to a secret", "os.symlink('/etc/shadow', 's')\nreturn open('s').read()", {K.FORBIDDEN, K.ERROR}
    ),
    Attack("TCP socket", "socket.socket()", {K.FORBIDDEN}),
    Attack("pair of sockets", "socket.socketpair()", {K.FORBIDDEN}),
    Attack("exec", "os.execv('/bin/sh', ['sh'])", {K.FORBIDDEN}),
    Attack("subprocess", "subprocess.run(['/bin/true'])", {K.PROCESS_LIMIT, K.FORBIDDEN}),
    Attack("os.system", "return os.system('true')", "y != 0"),
    Attack("ptrace", "libc.ptrace(16, 1, 0, 0)", {K.FORBIDDEN}),
    Attack("read another's memory", "libc.process_vm_readv(1, 0, 0, 0, 0, 0)", {K.FORBIDDEN}),
    Attack("new user namespace", "libc.unshare(0x10000000)", {K.FORBIDDEN}),
    Attack("mount", "libc.mount(b'none', b'/', b'tmpfs', 0, 0)", {K.FORBIDDEN}),
    Attack("io_uring", "libc.syscall(425, 8, bytes(200))", {K.FORBIDDEN}),
    Attack("bpf", "libc.syscall(321, 0, bytes(64), 64)", {K.FORBIDDEN}),
    Attack("signal the parent", "os.kill(os.getppid() or 1, 9)\nreturn 1", {K.FORBIDDEN, "y == 1"}),
    Attack("signal everyone", "os.kill(-1, 9)", {K.FORBIDDEN}),
    Attack("lock a shared file", "fcntl.flock(open(np.__file__), fcntl.LOCK_SH)", {K.FORBIDDEN}),
    Attack("record lock on a shared file", "fcntl.lockf(open(np.__file__), fcntl.LOCK_SH)", {K.FORBIDDEN}),
    Attack("raise its limits", "resource.setrlimit(resource.RLIMIT_AS, (-1, -1))", {K.ERROR, K.FORBIDDEN}),
    Attack("memory without a file", "os.memfd_create('x')", {K.FORBIDDEN}),
    Attack("print for ever", "while True: print('x' * (1 << 20))", {K.OUTPUT_LIMIT, K.TIME_LIMIT}),
    Attack(
        "print for ever, catching",
        """
        while True:
            try: print('x' * (1 << 20))
            except BaseException: pass
        """,
        {K.TIME_LIMIT},
    ),
    Attack("one huge file", "open('f', 'wb').write(bytes(1 << 23))", {K.FILE_LIMIT}),
    Attack(
        "many big files",
        "for i in range(99): open(str(i), 'wb').write(bytes(1 << 21))",
        {K.FILE_LIMIT, K.TIME_LIMIT},
    ),
    Attack(
        "very many files",
        "for i in itertools.count(): open(str(i), 'w').close()",
        {K.FILE_LIMIT, K.TIME_LIMIT},
    ),
    Attack("many descriptors", "a = [open('f', 'w') for _ in range(999)]", {K.FILE_LIMIT}),
    Attack("close all descriptors", "os.closerange(0, 99)\nreturn x", {K.NO_RESULT}),
    Attack("close the channel and stay", "os.close(3)\nwhile True: pass", {K.NO_RESULT}),
    Attack("garbage into the channel", "os.write(3, b'garbage' * 99)\nreturn x", {K.NO_RESULT}),
    Attack("a frame of 16 exabytes", "os.write(3, b'KDF1' + b'\\xff' * 12)\nreturn x", {K.NO_RESULT}),
    Attack("half a frame", "os.write(3, b'KDF1' + bytes(2))\ntime.sleep(99)", {K.WALL_LIMIT}),
    Attack(
        "forged verdict",
        """
        head = b'[{"case":true,"fault":{"kind":"wall limit"},"printed":""},null]'
        os.write(3, struct.pack('<4sIQ', b'KDF1', len(head), 0) + head)
        time.sleep(99)
        """,
        {K.NO_RESULT},
    ),
    Attack(
        "forged fault of half a surrogate and a vast line",
        r"""
        fault = rb'{"kind":"error","message":"\ud800","line":99999999999}'
        head = b'[{"case":true,"fault":%s,"printed":""},null]' % fault
        os.write(3, struct.pack('<4sIQ', b'KDF1', len(head), 0) + head)
        time.sleep(99)
        """,
        {K.NO_RESULT},
    ),
    Attack(
        "forged deep frame",
        """
        head = b'[' * 500_000
        os.write(3, struct.pack('<4sIQ', b'KDF1', len(head), 0) + head)
        time.sleep(99)
        """,
        {K.NO_RESULT},
    ),
    Attack(
        "forged answer",
        """
        head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",41]]}]'
        os.write(3, struct.pack('<4sIQ', b'KDF1', len(head), 0) + head)
        time.sleep(99)
        """,
        "y == 41",
    ),
    Attack(
        "read the next case",
        """
        os.set_blocking(3, False)
        try: return os.read(3, 1 << 20)
        except BlockingIOError: return 'nothing'
        finally: os.set_blocking(3, True)
        """,
        "y == 'nothing'",
    ),
    Attack(
        "patched NumPy",
        """
        np.allclose = lambda *a, **k: True
        np.frombuffer = np.asarray = np.array = None
        return np.float64(3)
        """,
        "y == 3",
    ),
    Attack(
        "patched json and struct",
        """
        json.dumps = json.loads = struct.pack = struct.unpack = lambda *a, **k: 'lie'
        return 3
        """,
        "y == 3",
    ),
    Attack("patched os.write", "os.write = lambda *a: 99\nreturn 3", {K.WALL_LIMIT, K.NO_RESULT}),
    Attack(
        "patched builtins",
        """
        import builtins
        builtins.isinstance = builtins.len = builtins.type = lambda *a: 1
        return 3
        """,
        {K.NO_RESULT, K.ERROR, K.WALL_LIMIT, K.TIME_LIMIT, "y == 3"},
    ),
    Attack(
        "deep list",
        """
        y = []
        for _ in range(100_000): y = [y]
        return y
        """,
        "'deep' in str(y)",
    ),
    Attack("list in itself", "y = [1]\ny.append(y)\nreturn y", "type(y[1]) is Unreadable"),
    Attack("dict in itself", "y = {}\ny['y'] = y\nreturn y", "type(y['y']) is Unreadable"),
    Attack(
        "list that doubles",
        """
        y = [1]
        for _ in range(60): y = [y, y]
        return y
        """,
        {K.OUTPUT_LIMIT, K.TIME_LIMIT},
    ),
    Attack("terabyte of zero strides", "return np.broadcast_to(1.0, (10**6, 10**6))", {K.OUTPUT_LIMIT}),
    Attack("result of 24 MB", "return np.ones(3 << 20)", {K.OUTPUT_LIMIT}),
    Attack(
        "array subclass that lies",
        """
        class Liar(np.ndarray):
            shape = property(lambda s: (1,)); dtype = property(lambda s: np.dtype(bool))
            def __eq__(s, o): return True
            def __array__(s, *a, **k): return np.zeros(1)
            def tobytes(s): return b'lie'
            def __array_finalize__(s, o): pass
        return np.arange(3.0).view(Liar)
        """,
        "type(y) is np.ndarray and y.tolist() == [0, 1, 2]",
    ),
    Attack(
        "float64 subclass that lies",
        """
        class Liar(np.float64):
            def __eq__(s, o): return True
            def tobytes(s): return b'liar' * 2
            def __float__(s): return 99.0
        return Liar(2)
        """,
        "type(y) is np.float64 and y == 2",
    ),
    Attack(
        "float subclass that lies",
        """
        class Liar(float):
            def __float__(s): return 99.0
            def __repr__(s): return '99'
        return [Liar(2), type('S', (str,), {'__str__': lambda s: 'lie'})('true')]
        """,
        "y == [2, 'true'] and type(y[0]) is float and type(y[1]) is str",
    ),
    Attack(
        "dict subclass that lies",
        """
        class Liar(dict):
            def items(s): return [('a', 99)]
            def __iter__(s): return iter(['lie'])
            keys = __len__ = None
        return Liar(a=1)
        """,
        "y == {'a': 1} and type(y) is dict",
    ),
    Attack(
        "object that lies of its class",
        """
        class Liar:
            __class__ = float
        return Liar()
        """,
        "type(y) is Unreadable",
    ),
    Attack(
        "exception that raises",
        """
        class E(Exception):
            def __str__(s): raise s
        raise E
        """,
        {K.ERROR},
    ),
    Attack("exception beyond Exception", "raise BaseException('out')", {K.ERROR}),
    Attack(
        "interpreter's own exception",
        """
        frame = sys._getframe()
        while 'run_calls' not in frame.f_globals: frame = frame.f_back
        raise frame.f_globals['MissingNameError']('attack')
        """,
        {K.MISSING_NAME},
    ),
    Attack("import the grader", "import grader", {K.ERROR}),
    Attack("import references", "import reference_impl", {K.ERROR}),
    Attack("import a neighbour of NumPy", "import pydantic", {K.ERROR}),
    Attack(
        "thread left running",
        """
        def spin():
            while True: time.sleep(0.001)
        threading.Thread(target=spin, daemon=True).start()
        return 1
        """,
        "y == 1",
    ),
    Attack("exit handlers", "atexit.register(time.sleep, 99)\nreturn 1", "y == 1"),
    Attack("file left behind", "open('left', 'w').write('for you')\nreturn os.listdir('.')", "y == ['left']"),
]

_IMPORTS = (
    "atexit ctypes fcntl itertools json mmap os re resource signal socket struct "
    "subprocess sys threading time"
)


def submission(attack: Attack) -> str:
    imports = f"import {', '.join(_IMPORTS.split())}"
    body = textwrap.indent(textwrap.dedent(attack.body), "    ")
    return "\n".join([imports, "libc = ctypes.CDLL(None)", INNOCENT, "def attack(x):", body])


def job(source: str, *calls: str) -> Job:
    """One question a call, two cases a question."""
    questions = [
        QuestionJob(
            id=call,
            cases=tuple(
                CaseJob(program=parse_program(call), inputs={"x": np.arange(3.0)}, seed=1) for _ in range(2)
            ),
        )
        for call in calls
    ]
    return Job(cells=(Cell(label="work.py", source=source),), questions=tuple(questions), limits=LIMITS)


def complaints(attack: Attack, result: JobResult, after: JobResult) -> Iterator[str]:
    """What is wrong about the results of the attack, and of the innocent submission after it."""
    case = result.questions[0].cases[0]
    wanted = {attack.verdicts} if isinstance(attack.verdicts, str) else attack.verdicts
    if case.fault is not None:
        if case.fault.kind not in wanted:
            yield f"verdict {case.fault}, expected {wanted}"
    elif not any(_holds(text, case.outputs) for text in wanted if not isinstance(text, FaultKind)):
        yield f"outputs {str(case.outputs)[:300]}, expected {wanted}"
    if result.answers != {"q": 7}:
        yield f"its answers are {result.answers}"
    if result.cells[0].fault:
        yield f"its cell has {result.cells[0].fault}"
    own = result.questions[1].cases[0]
    if "patched" not in attack.name and not _right(own):  # a patch harms the fork of who made it
        yield f"its next question has {own}"
    for run in after.questions[0].cases:
        if not _right(run):
            yield f"the next submission has {run}"
    if after.answers != {"q": 7, "files": []} or after.cells[0].printed:
        yield f"the next submission answers {after.answers}, prints {after.cells[0].printed}"


def _right(run: CaseRun) -> bool:
    return run.outputs is not None and np.array_equal(run.outputs["y"], [0, 2, 4])


def _holds(text: str, outputs: dict[str, object] | None) -> bool:
    scope = {"np": np, "Unreadable": Unreadable, **(outputs or {})}
    return bool(eval(text, scope))


def run(box: Sandbox, attack: Attack) -> list[str]:
    result = box.run(job(submission(attack), "attack(x) -> y", "innocent(x) -> y"))
    innocent = INNOCENT + "import os\nanswers['files'] = os.listdir('.')"
    after = box.run(job(innocent, "innocent(x) -> y"))
    return list(complaints(attack, result, after))


def main() -> None:
    """Run all rows without the layers named in the arguments; print isolation and complaints as JSON."""
    with Sandbox(without=sys.argv[1:]) as box:
        found = {attack.name: wrong for attack in ATTACKS if (wrong := run(box, attack))}
        print(json.dumps({"layers": box.isolation.layers, "complaints": found}))


if __name__ == "__main__":
    main()
