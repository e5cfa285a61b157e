import random
import stat
import struct
import zipfile

import pytest
from bilingual import assert_bilingual
from handing_in import info, notebook, zip_of, zipped

from grader.submissions import caps
from grader.submissions.reader import read_submission

CODE = "x = 1\n"
STORED = zipfile.ZIP_STORED


@pytest.fixture
def read(tmp_path):
    def read(data):
        (tmp_path / "0042.zip").write_bytes(data)
        found = read_submission(tmp_path / "0042.zip")
        for text in (*found.notes, *filter(None, [found.problem])):
            assert_bilingual(text)
        return found

    return read


def test_a_zip_is_read_like_its_folder(read):
    found = read(
        zipped(
            {
                "hw/": "",
                "hw/10.py": "b = 2",
                "hw/2.py": "a = 1",
                "hw/w.ipynb": notebook("c = 3"),
                "hw/d.csv": "1",
            }
        )
    )
    assert [cell.label for cell in found.cells] == ["2.py", "10.py", "w.ipynb[1]"]
    assert "hw/d.csv" in found.notes[0].en


def test_what_macos_adds_is_left_out(read):
    found = read(
        zipped({"hw/a.py": CODE, "__MACOSX/hw/._a.py": b"\0\5", "hw/.DS_Store": "", "hw/Icon\r": ""})
    )
    assert found.notes == ()
    assert [cell.label for cell in found.cells] == ["a.py"]


def test_windows_backslashes_are_folders(read):
    assert set(read(zipped({"hw\\net\\a.py": CODE, "hw\\b.py": CODE})).modules) == {"b", "net", "net.a"}


def rename(data: bytes, old: bytes, new: bytes, flag: int) -> bytes:
    """Write other bytes of the same length for a name, with the UTF-8 flag as given."""
    assert len(old) == len(new)
    changed = bytearray(data.replace(old, new))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        struct.pack_into("<H", changed, at + offset, flag)
    return bytes(changed)


@pytest.mark.parametrize(
    ("raw", "flag", "label"),
    [
        ("作业一.py".encode("gbk"), 0, "作业一.py"),
        ("作业一.py".encode(), 0x800, "作业一.py"),
        ("作业一.py".encode(), 0, "作业一.py"),
        ("实验".encode("gbk") + b".py", 0, "实验.py"),
        (b"caf\x82.py", 0, "café.py"),
    ],
    ids=["GBK", "UTF-8 with its flag", "UTF-8 without, as macOS writes", "GBK, two characters", "cp437"],
)
def test_names_are_decoded(read, raw, flag, label):
    plain = b"q" * (len(raw) - 3) + b".py"
    assert read(rename(zipped({plain.decode(): CODE}), plain, raw, flag)).cells[0].label == label


def encrypted() -> bytes:
    data = bytearray(zipped({"a.py": CODE}))
    data[6] |= 1
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of the directory that point to the same bytes."""
    data = zipped({"a.py": "a" * 1000, "b.py": "a" * 1000}, compression=zipfile.ZIP_STORED)
    start = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", start + 1)
    changed = bytearray(data)
    struct.pack_into("<I", changed, second + 42, 0)
    return bytes(changed)


def late_crc() -> bytes:
    """Its directory is fine; that a member is broken shows only when that is read."""
    data = bytearray(zipped({"a.py": CODE}, compression=zipfile.ZIP_STORED))
    at = data.find(CODE.encode())
    data[at] ^= 1
    return bytes(data)


def lying_size() -> bytes:
    """A member that says it is small and is not."""
    data = bytearray(zipped({"a.py": b"#" * 5_000_000}))
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, 22, 10)
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


def lzma() -> bytes:
    return zipped({"a.py": CODE}, compression=zipfile.ZIP_LZMA)


HALF_AS_LARGE = random.Random(0).randbytes(3_000_000).hex()

HOSTILE = [
    ("a parent folder", zipped({"../a.py": CODE}), "points outside"),
    ("a parent folder further in", zipped({"a/../../b.py": CODE}), "points outside"),
    ("a parent folder by backslash", zipped({"a\\..\\..\\b.py": CODE}), "points outside"),
    ("a parent folder of a data file", zipped({"a.py": CODE, "../.bashrc": "x"}), "points outside"),
    ("an absolute path", zipped({"/etc/a.py": CODE}), "points outside"),
    ("a backslash first", zipped({"\\a.py": CODE}), "points outside"),
    ("a drive letter", zipped({"C:\\a.py": CODE}), "points outside"),
    ("a drive letter, relative", zipped({"c:a.py": CODE}), "points outside"),
    ("a link", zip_of((info("a.py", stat.S_IFLNK | 0o777), b"/etc/passwd")), "symbolic link"),
    ("a linked data file", zip_of((info("a.py"), b"x"), (info("d", stat.S_IFLNK), b"/")), "symbolic link"),
    ("a device", zip_of((info("a.py", stat.S_IFCHR | 0o666), b"")), "no ordinary file"),
    ("encrypted", encrypted(), "password"),
    ("names alike but for case", zipped({"a.py": CODE, "A.PY": CODE}), "in case only"),
    ("names alike but for a slash", zipped({"a/b.py": CODE, "a//b.py": CODE}), "the same name"),
    ("a file that is a folder", zipped({"a.py": CODE, "a.py/b.py": CODE}), "the same name"),
    ("names alike but for normalisation", zipped({"é.py": CODE, "e\u0301.py": CODE}), "the same name"),
    ("members that overlap", overlapping(), "overlap"),
    ("ten thousand entries", zipped({f"{n}.txt": "" for n in range(10_000)}), "more than 1000 files"),
    ("a bomb", zipped({"a.py": b"0" * 1_900_000}), "more than 200 times"),
    ("a bomb of data", zipped({"a.py": CODE, "a.bin": b"\0" * 19_000_000}), "more than 200 times"),
    ("too long a file", zipped({"a.py": b"#" * 2_000_001}, compression=STORED), "larger than 2 MB"),
    ("too much", zipped({f"{n}.dat": HALF_AS_LARGE for n in range(4)}), "more than 20 MB"),
    ("too deep", zipped({"a/" * 11 + "a.py": CODE}), "more than 10 folders"),
    ("an old method", lzma(), "compression method"),
    ("a wrong check sum", late_crc(), "no intact .zip"),
    ("a size that lies", lying_size(), "no intact .zip"),
    ("cut off", zipped({"a.py": CODE * 100})[:-30], "no intact .zip"),
    ("cut in the middle", zipped({"a.py": CODE * 100, "b.py": CODE})[40:], "no intact .zip"),
    ("no entries", zipped({}), "no files"),
    ("no code", zipped({"report.docx": "x", "data.csv": "1"}), "data.csv, report.docx"),
    ("only folders", zipped({"a/": "", "a/b/": ""}), "no files"),
    ("a zip in the zip", zipped({"hw.zip": zipped({"a.py": CODE})}), "hw.zip"),
    ("only comments", zipped({"a.py": "# nothing\n\n"}), "no code"),
    ("a rar by another name", b"Rar!\x1a\x07\x00" + bytes(100), "no intact .zip"),
    ("nothing", b"", "no intact .zip"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "words"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_or_broken_zip_is_refused_by_name(read, data, words):
    found = read(data)
    assert found.cells == ()
    assert found.modules == {}
    assert words in found.problem.en


def test_nothing_is_written(read, tmp_path):
    read(zipped({"a.py": CODE, "b/c.py": CODE}))
    assert [path.name for path in tmp_path.iterdir()] == ["0042.zip"]


def test_a_zip_that_is_almost_too_much_is_read(read):
    files = {f"{n}.txt": "" for n in range(caps.ENTRIES - 1)}
    assert len(read(zipped({**files, "a/" * caps.DEPTH + "a.py": CODE})).cells) == 1


def test_bytes_before_a_zip_do_no_harm(read):
    """As self-extracting archives have them."""
    assert read(b"MZ" + bytes(100) + zipped({"a.py": CODE})).cells[0].source == CODE


def test_a_file_over_the_cap_is_not_even_opened(tmp_path):
    with (tmp_path / "0042.zip").open("wb") as file:
        file.truncate(caps.TOTAL_MB * caps.MB + 1)
    assert "20 MB" in read_submission(tmp_path / "0042.zip").problem.en


def test_a_directory_of_a_million_entries_costs_no_memory(read, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("zipfile was asked before the entries were counted")

    monkeypatch.setattr(zipfile, "ZipFile", refuse)
    assert "1000" in read(b"PK\x01\x02".ljust(46, b"\0") * 100_000).problem.en
