"""`kaodian practice`: what is told before anything is practised."""

from click.testing import CliRunner

from grader.cli.main import cli


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("KAODIAN_HOME", str(tmp_path))
    (tmp_path / "file").write_text("")
    outcome = CliRunner().invoke(
        cli, ["practice", "losses/kl_divergence", "--dir", str(tmp_path / "file" / "x")]
    )
    assert outcome.exit_code == 2, outcome.exception
    assert "--dir" in outcome.output
