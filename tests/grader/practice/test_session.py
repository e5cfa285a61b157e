"""A session's answer to a save."""

from exercises.kit.catalogue import load_exercise
from grader.checking.runners import OwnRunners
from grader.practice.session import Session


def test_an_answer_under_a_misspelt_id_is_told(tmp_path):
    with OwnRunners(sandbox=True) as runners:
        session = Session(tmp_path / "work", tmp_path / "progress.json", runners, "en", 3)
        session.open(load_exercise("cnn/network_shapes")).write_text(
            'answers["cnn/network_shape"] = [1, 2]\n'
        )
        report = session.answer()
    assert (report.seed, report.hidden, report.score) == (3, True, 0)
    assert report.unknown_answers.shown[0].nearest == "cnn/network_shapes"
