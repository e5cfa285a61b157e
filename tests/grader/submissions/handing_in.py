"""Makes submissions as students' tools make them."""

import io
import json
import zipfile


def notebook(*cells: str | tuple[str, str], **changes) -> bytes:
    """A notebook of format 4; a cell is code, or (type, source)."""
    made = [("code", cell) if isinstance(cell, str) else cell for cell in cells]
    content = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        "cells": [
            {"cell_type": kind, "metadata": {}, "source": source.splitlines(keepends=True), "outputs": []}
            for kind, source in made
        ],
    }
    return json.dumps({**content, **changes}).encode()


def zipped(files: dict[str, bytes | str], **options) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", options.pop("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def zip_of(*entries: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    """A zip of entries whose directory records are made by hand."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in entries:
            archive.writestr(info, data)
    return buffer.getvalue()


def info(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    return made
