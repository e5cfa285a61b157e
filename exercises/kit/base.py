"""What every model of the kit is built on: frozen pydantic models and bilingual text."""

from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, field_validator

Language = Literal["zh", "en"]

Value = Any
"""An input or output: None, bool, int, float, str, an ndarray, or lists and dicts of these."""


class Record(BaseModel):
    """Base of records that are made by the hundred: immutable, and refuses fields that it does not know."""

    # an infinite number must survive being written as JSON and read again; pydantic's `null` would not
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        ser_json_inf_nan="strings",
        defer_build=True,  # a command that answers at once uses few of all models
    )


class Frozen(Record):
    """Base of parameters and of everything else, which may come from a file or a generator."""

    @field_validator("*", mode="before")
    @classmethod
    def _plain_number(cls, value: Any) -> Any:
        """NumPy scalars, as a generator draws them, become Python's numbers, so that JSON holds them."""
        return value.item() if isinstance(value, np.generic) else value


class Text(Frozen):
    """One sentence in both languages; both state the same numbers."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en
