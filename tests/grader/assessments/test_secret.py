import os
import stat
import threading

import pytest

from grader.assessments.secret import SecretError, load_or_create_secret

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX file modes")


def test_a_secret_is_made_once_and_read_ever_after(tmp_path):
    path = tmp_path / "midterm.secret"
    secret = load_or_create_secret(path)
    assert len(secret) == 32
    assert load_or_create_secret(path) == secret
    assert load_or_create_secret(tmp_path / "other") != secret
    assert sorted(p.name for p in tmp_path.iterdir()) == ["midterm.secret", "other"]


@posix
@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_only_the_owner_can_read_a_new_one(tmp_path, umask):
    before = os.umask(umask)
    try:
        load_or_create_secret(tmp_path / "s")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "s").stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o620, 0o601, 0o777])
def test_a_file_open_to_others_is_refused_with_the_cure(tmp_path, mode):
    load_or_create_secret(tmp_path / "s")
    (tmp_path / "s").chmod(mode)
    with pytest.raises(SecretError, match=f"chmod 600 {tmp_path / 's'}") as caught:
        load_or_create_secret(tmp_path / "s")
    assert f"{mode:04o}" in caught.value.problem.zh
    assert "chmod 600" in caught.value.problem.zh


@pytest.mark.parametrize(
    "content", [b"", b"ab", b"zz" * 32, b"00" * 31, b"00" * 33, b"\xff" * 64, b"\0" * 32]
)
def test_a_file_that_holds_no_secret_is_never_used(tmp_path, content):
    (tmp_path / "s").write_bytes(content)
    (tmp_path / "s").chmod(0o600)
    with pytest.raises(SecretError, match="64 hexadecimal digits"):
        load_or_create_secret(tmp_path / "s")
    assert (tmp_path / "s").read_bytes() == content


@posix
@pytest.mark.parametrize("dangling", [True, False])
def test_a_link_is_refused_and_nothing_made_behind_it(tmp_path, dangling):
    if not dangling:
        load_or_create_secret(tmp_path / "true")
    (tmp_path / "s").symlink_to(tmp_path / "true")
    with pytest.raises(SecretError, match="symbolic link"):
        load_or_create_secret(tmp_path / "s")
    assert (tmp_path / "true").exists() != dangling


@posix
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_refused(tmp_path, make):
    make(tmp_path / "s")
    with pytest.raises(SecretError):
        load_or_create_secret(tmp_path / "s")


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(SecretError, match="ENOENT"):
        load_or_create_secret(tmp_path / "none" / "s")


def test_of_many_who_come_at_once_all_have_the_same(tmp_path):
    found = []
    barrier = threading.Barrier(16)

    def come():
        barrier.wait()
        found.append(load_or_create_secret(tmp_path / "s"))

    threads = [threading.Thread(target=come) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert len(set(found)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_without_hard_links_it_is_made_too(tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    secret = load_or_create_secret(tmp_path / "s")
    assert load_or_create_secret(tmp_path / "s") == secret
    assert [path.name for path in tmp_path.iterdir()] == ["s"]
