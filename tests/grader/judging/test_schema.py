"""The published schema is the code's."""

import json
from pathlib import Path

from grader.judging.schema import result_schema

PUBLISHED = Path(__file__).parents[3] / "docs" / "result.schema.json"


def test_the_published_schema_is_up_to_date():
    assert PUBLISHED.read_text(encoding="utf-8") == result_schema(), (
        "run: python -m grader.judging.schema > docs/result.schema.json"
    )


def test_the_schema_names_every_verdict_and_kind_of_remark():
    definitions = json.loads(result_schema())["$defs"]
    assert {"correct", "carried", "no result"} <= set(definitions["Verdict"]["enum"])
    assert "not carried" in definitions["FindingKind"]["enum"]
