"""Reading a zip in memory. Everything that its directory says is checked before one member is unpacked."""

import io
import re
import stat
import struct
import zipfile
import zlib
from typing import Final

from grader.submissions import caps
from grader.submissions.contents import (
    Contents,
    Kind,
    clash,
    file_cap_mb,
    is_noise,
    is_symlink,
    kind_of,
    too_deep,
    too_large,
    too_large_in_all,
    too_many_entries,
)
from grader.submissions.problems import HAND_IN, SubmissionError, displayed, joined, refusal, sentence

_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Others need a decompressor with a memory of its own size, and no desktop makes them by default."""

# zipfile lets any of these through on bad input, some of them only while a member is read.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
    OSError,
)


def read_zip(data: bytes, title: str) -> Contents:
    """Read every script and notebook of a zip; `title` is its name in sentences. Nothing reaches the disk.

    Raises
    ------
    SubmissionError
        If it is broken, encrypted, too large, or holds names or entries that no honest zip holds.
    """
    # Every entry of the directory begins so; zipfile would build an object for each before one could look.
    if data.count(_DIRECTORY_ENTRY) > caps.ENTRIES:
        raise too_many_entries(title)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _checked_members(archive, data, title)
            found = Contents()
            for name, info in members.items():
                if any(is_noise(part) for part in name.split("/")):
                    continue
                if kind_of(name) in {Kind.OTHER, Kind.ZIP}:
                    found.ignored.append(name)
                    continue
                found.files[name] = _unpacked(archive, info, f"{title}/{name}")
            return found
    except SubmissionError:
        raise
    except _BROKEN:
        raise _broken(title) from None


def _broken(title: str) -> SubmissionError:
    problem = sentence(
        "{name} 不是完好的 .zip 文件（损坏、没有上传完，或者是别的格式改了名）。",
        "{name} is no intact .zip file: damaged, not uploaded completely, or another format renamed.",
        name=displayed(title),
    )
    return SubmissionError(joined(problem, HAND_IN))


def _checked_members(archive: zipfile.ZipFile, data: bytes, title: str) -> dict[str, zipfile.ZipInfo]:
    """Files by decoded path, folders left out, once the whole directory has been found harmless."""
    entries = archive.infolist()
    if len(entries) > caps.ENTRIES:
        raise too_many_entries(title)
    files: dict[str, zipfile.ZipInfo] = {}
    for info in entries:
        name = _member_name(info)
        parts = _safe_parts(name, title)
        _check_entry(info, f"{title}/{name}")
        if len(parts) > caps.DEPTH + 1:
            raise too_deep(title, name)
        if name.endswith(("/", "\\")) or not parts:
            continue
        path = "/".join(parts)
        if path in files:
            raise _clashing(title, path, path)
        files[path] = info
    pair = clash(files)
    if pair is not None:
        raise _clashing(title, *pair)
    # Counted over data files too, though they are never unpacked: such a zip is no homework.
    if sum(info.file_size for info in entries) > caps.TOTAL_MB * caps.MB:
        raise too_large_in_all(title)
    _check_spans(entries, data, archive.start_dir, title)
    return files


def _member_name(info: zipfile.ZipInfo) -> str:
    """Decode a name: UTF-8 where the flag says so, else GBK, else cp437, the format's own.

    macOS writes UTF-8 and no flag. A GBK name that is also UTF-8 with three bytes for each character is rarer
    than one in ten thousand, so that reading comes first.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437")
    for encoding in ("utf-8", "gbk"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gbk" or all(c < "\x80" or c >= "\u0800" for c in name):
            return name
    return info.orig_filename


def _safe_parts(name: str, title: str) -> list[str]:
    """Split a member's name into folders and file; refuse what could point outside."""
    # Some Windows tools write backslashes.
    path = name.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in {"", "."}]
    if path.startswith("/") or re.match(r"[A-Za-z]:", path) or ".." in parts:
        raise refusal(
            "{title} 里的 {name} 指向压缩包之外（绝对路径、盘符或“..”），没有读取。请重新打包。",
            "{name} in {title} points outside the zip (an absolute path, a drive letter or “..”) "
            "and was not read. Pack it anew.",
            title=displayed(title),
            name=displayed(name),
        )
    if "\0" in path:
        raise _broken(title)
    return parts


def _check_entry(info: zipfile.ZipInfo, shown: str) -> None:
    """Refuse one entry of the directory by its flags, type, method or sizes."""
    if info.flag_bits & _ENCRYPTED:
        raise refusal(
            "{name} 加了密码，无法读取。请不加密码重新打包。",
            "{name} is encrypted and cannot be read. Pack it anew without a password.",
            name=displayed(shown),
        )
    file_type = stat.S_IFMT(info.external_attr >> 16)
    if file_type == stat.S_IFLNK:
        raise is_symlink(shown)
    if file_type not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise refusal(
            "{name} 不是普通文件，没有读取。请只打包普通文件。",
            "{name} is no ordinary file and was not read. Pack ordinary files only.",
            name=displayed(shown),
        )
    if info.compress_type not in _METHODS:
        raise refusal(
            "{name} 用了不支持的压缩方法（编号 {method}）。请用系统自带的压缩功能（Deflate）重新打包。",
            "{name} uses a compression method that is not supported (number {method}). "
            "Pack it anew with your system's own zip (Deflate).",
            name=displayed(shown),
            method=info.compress_type,
        )
    if info.file_size > caps.RATIO_FROM and info.file_size > caps.RATIO * info.compress_size:
        raise refusal(
            "{name} 解压后会膨胀到 {ratio} 倍以上，疑似压缩炸弹，没有读取。请只打包代码。",
            "{name} would grow more than {ratio} times when unpacked, like a zip bomb, and was not read. "
            "Pack code only.",
            name=displayed(shown),
            ratio=caps.RATIO,
        )
    if kind_of(shown) in {Kind.SCRIPT, Kind.NOTEBOOK} and info.file_size > file_cap_mb(shown) * caps.MB:
        raise too_large(shown, file_cap_mb(shown))


def _check_spans(entries: list[zipfile.ZipInfo], data: bytes, end: int, title: str) -> None:
    """Refuse members that share bytes: one compressed block that counts many times is a bomb."""
    spans = []
    for info in entries:
        start = info.header_offset
        if start < 0:
            raise _broken(title)
        signature, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, start)
        if signature != b"PK\x03\x04":
            raise _broken(title)
        spans.append((start, start + _LOCAL_HEADER.size + name_length + extra_length + info.compress_size))
    spans.sort()
    starts = [start for start, _ in spans[1:]]
    if any(stop > next_start for (_, stop), next_start in zip(spans, [*starts, end], strict=False)):
        raise refusal(
            "{name} 里的文件互相重叠，像压缩炸弹，没有读取。请重新打包。",
            "Files in {name} overlap, like a zip bomb, and were not read. Pack it anew.",
            name=displayed(title),
        )


def _clashing(title: str, one: str, other: str) -> SubmissionError:
    return refusal(
        "{title} 里的 {one} 和 {other} 重名（或只差大小写），不知道该用哪一个。请改名后重新打包。",
        "{one} and {other} in {title} have the same name (or differ in case only), and which one counts "
        "is unclear. Rename one and pack anew.",
        title=displayed(title),
        one=displayed(one),
        other=displayed(other),
    )


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> bytes:
    most = file_cap_mb(shown)
    with archive.open(info) as member:
        data = member.read(most * caps.MB + 1)
    if len(data) > most * caps.MB:
        raise too_large(shown, most)
    return data
