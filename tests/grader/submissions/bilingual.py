"""What both languages of a sentence must share."""

import re
from collections import Counter

from exercises.kit.base import Text


def facts(text: str) -> Counter[str]:
    """Numbers, file names, code points and quoted Latin words of a sentence."""
    return Counter(
        re.findall(r"\d+(?:\.\d+)?|U\+[0-9A-F]+|[\w./-]+\.(?:py|ipynb|zip|toml|csv)\b", text, re.ASCII)
    )


def assert_bilingual(text: Text) -> None:
    assert re.search(r"[\u4e00-\u9fff]", text.zh), text.zh
    assert text.en.strip()
    assert facts(text.zh) == facts(text.en), text
    assert "Traceback" not in text.en
    assert not re.search(r"\{(?:name|file|label|line|shown|found|most|student)\}", text.zh + text.en)
