"""The published JSON schema of a question's result: `python -m grader.judging.schema > FILE`."""

import json
import sys

from grader.judging.result import QuestionResult


def result_schema() -> str:
    """The schema as text, as it stands in docs/result.schema.json."""
    schema = QuestionResult.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**dialect, **schema}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(result_schema())
