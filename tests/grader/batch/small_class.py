"""A small class on disk: quick to grade, every kind of score in it."""

from pathlib import Path

ASSESSMENT = """
title = { zh = "小测", en = "Quiz" }
variants = "fixed"
seed = 5

[[questions]]
exercise = "feedforward/softmax"
points = 5

[[questions]]
exercise = "cnn/network_shapes"
points = 7
"""

RIGHT = """
import numpy as np
NUMBER = {number}
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
"""
WRONG = RIGHT.replace("e / e.sum(axis=1, keepdims=True)", "e")
UNSTABLE = RIGHT.replace("x - x.max(axis=1, keepdims=True)", "x")


def write_class(folder: Path, count: int) -> Path:
    """Write an assessment and submissions; return the assessment's path."""
    submissions = folder / "submissions"
    submissions.mkdir(parents=True)
    for number in range(count):
        source = (RIGHT, WRONG, UNSTABLE)[number % 3].format(number=number)
        (submissions / f"{1000 + number}.py").write_text(source)
    path = folder / "quiz.toml"
    path.write_text(ASSESSMENT)
    return path
