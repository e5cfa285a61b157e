"""A session's answer to a save."""

from exercises.kit.catalogue import load_exercise
from grader.audit.answers import right_answer
from grader.checking.runners import OwnRunners
from grader.practice.session import Session


def session_in(folder, runners, seed=0, language="en"):
    return Session(folder / "work", folder / "progress.json", runners, language, seed)


def test_a_file_that_is_there_keeps_its_variant(tmp_path):
    exercise = load_exercise("cnn/network_shapes")
    with OwnRunners(sandbox=True) as runners:
        first = session_in(tmp_path, runners, seed=5)
        work = first.open(exercise)
        answers = right_answer(exercise, first.sealed)
        work.write_text(f"# kaodian: seed 5\nanswers['cnn/network_shapes'] = {answers!r}\n")
        again = session_in(tmp_path, runners)
        again.open(exercise)
        report = again.answer()
        assert (again.variant, again.sealed.params) == (5, first.sealed.params)
        assert (report.seed, report.all_right) == (5, True)
        work.write_text(work.read_text().replace("seed 5", "seed 6"))
        assert again.answer().seed == 6


def test_what_the_session_wrote_itself_is_no_answer(tmp_path):
    with OwnRunners(sandbox=True) as runners:
        session = session_in(tmp_path, runners)
        work = session.open(load_exercise("losses/mse"))
        assert session.is_untouched
        work.write_text(work.read_text() + "\n")
        assert not session.is_untouched
        session.open(load_exercise("losses/mse"))
        assert not session.is_untouched


def test_hints_come_one_at_a_time_and_then_can_be_read_again(tmp_path):
    with OwnRunners(sandbox=True) as runners:
        session = session_in(tmp_path, runners)
        session.open(load_exercise("losses/mse"))
        numbers = [[number for number, _ in session.hint()] for _ in range(5)]
    assert numbers == [[1], [2], [3], [1, 2, 3], [1, 2, 3]]


def test_the_solution_of_a_choice_has_its_letters(tmp_path):
    with OwnRunners(sandbox=True) as runners:
        session = session_in(tmp_path, runners)
        session.open(load_exercise("cnn/pooling_purpose"))
        told = session.solution()
    for name in session.exercise.right:
        assert f"- `{session.sealed.letter(name)}` {session.exercise.statements['en'].options[name]}" in told


def test_an_answer_under_a_misspelt_id_is_told(tmp_path):
    with OwnRunners(sandbox=True) as runners:
        session = Session(tmp_path / "work", tmp_path / "progress.json", runners, "en", 3)
        session.open(load_exercise("cnn/network_shapes")).write_text(
            'answers["cnn/network_shape"] = [1, 2]\n'
        )
        report = session.answer()
    assert (report.seed, report.hidden, report.score) == (3, True, 0)
    assert report.unknown_answers.shown[0].nearest == "cnn/network_shapes"
