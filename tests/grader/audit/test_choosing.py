"""What a change bears on is audited; of the rest a sample that the same commit always takes."""

import subprocess

import pytest

from exercises.kit.catalogue import ROOT, exercise_ids
from grader.audit.choosing import RevisionError, changed_files, chosen, head

IDS = exercise_ids()
HOME = ROOT.parent


def choose(*names, sample=None, seed="a"):
    return chosen(IDS, frozenset(HOME / name for name in names), sample, seed)


@pytest.mark.parametrize(
    "name",
    [
        "exercises/losses/softmax_loss.py",
        "exercises/losses/softmax_loss.en.md",
        "solutions/losses/softmax_loss.py",
        "solutions/losses/alternatives/softmax_loss/loops.py",
    ],
)
def test_a_file_of_one_exercise_is_that_exercise(name):
    assert choose(name) == ("losses/softmax_loss",)


def test_a_reference_is_every_exercise_that_uses_it():
    found = choose("reference_impl/lstm.py")
    assert "rnn/lstm_step" in found
    assert "losses/softmax_loss" not in found


def test_what_judges_all_is_every_exercise_unless_a_sample_is_asked_for():
    assert choose("exercises/kit/code.py") == IDS
    assert len(choose("exercises/kit/code.py", sample=3)) == 3
    assert choose("README.md") == ()


def test_a_sample_comes_on_top_of_what_changed_and_is_the_same_again():
    found = choose("exercises/losses/softmax_loss.py", sample=4)
    assert "losses/softmax_loss" in found
    assert len(found) == 5
    assert found == choose("exercises/losses/softmax_loss.py", sample=4)
    samples = {choose(sample=4, seed=str(commit)) for commit in range(5)}
    assert len(samples) > 1, "other commits take other samples"


def test_without_a_revision_a_sample_is_of_all():
    assert len(chosen(IDS, None, 2, "a")) == 2
    assert chosen(IDS, None, None, "a") == IDS


@pytest.fixture
def repository(tmp_path):
    def git(*arguments):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "kept.py").write_text("1\n")
    (tmp_path / "考点.py").write_text("1\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    return tmp_path


def test_changed_files_are_those_that_differ_and_those_that_are_new(repository):
    assert changed_files("HEAD", repository) == frozenset()
    (repository / "考点.py").write_text("2\n")
    (repository / "new one.py").write_text("1\n")
    assert changed_files("HEAD", repository) == {repository / "考点.py", repository / "new one.py"}
    assert len(head(repository)) == 40


@pytest.mark.parametrize("revision", ["nothing", "--output=file", "HEAD~5", ""])
def test_no_such_revision_is_told(repository, revision):
    with pytest.raises(RevisionError):
        changed_files(revision, repository)
    assert not (repository / "file").exists()


def test_outside_of_a_repository_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="not a git repository"):
        changed_files("HEAD", tmp_path)
    assert head(tmp_path) == ""
