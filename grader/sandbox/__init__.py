"""Runs a student's submission, whatever it does, and brings back plain data.

Theory of operation. Three kinds of process take part:

- the *grader* (`runner`, `zygotes`, `conversation`) is trusted. It holds the cases and the limits;
- a *zygote* (`inside/zygote.py`, started by `launch`, in bubblewrap where that is installed) has NumPy, or
  torch, loaded and forks once a submission. It never sees a byte of a student's;
- a *fork* (`inside/child.py`) locks itself down (`inside/lockdown.py`), then runs the cells, then one case
  at a time. It and the grader talk over a socket in frames that hold no code (`inside/wire.py`).

The fork is told inputs, never expected values; the grader compares. Whoever finds the socket can forge what
they return, which is an answer like any other, and never a verdict. A crash or a limit ends the fork and
costs one cell or one question; the rest goes on in a new fork.

`from grader.sandbox.runner import open_runner` is the way in.
"""
