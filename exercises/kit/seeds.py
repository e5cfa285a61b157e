"""Where a variant's randomness comes from: HMAC of a key, one number a purpose, never the clock."""

import hashlib
import hmac
import unicodedata
from typing import Final, Literal

from exercises.kit.base import Frozen

Purpose = Literal["parameters", "public", "hidden", "options"]

_SEED_BYTES: Final = 16


class Seeds(Frozen):
    """The seeds of one variant of one question."""

    parameters: int
    public: int
    hidden: int
    options: int

    @classmethod
    def from_number(cls, number: int, question: str) -> "Seeds":
        """Seeds for practice: whoever has the number has the variant, its hidden cases too.

        All but the hidden cases are those of an assessment with fixed variants and this public seed.
        """
        key = public_key(number)
        return cls(**{purpose: derive_seed(key, purpose, question) for purpose in cls.model_fields})  # type: ignore[arg-type]


def derive_seed(key: bytes, purpose: Purpose, question: str, owner: str = "") -> int:
    """Return a seed of 128 bits: HMAC-SHA256 (RFC 2104) of purpose, question and owner.

    `owner` is the student whose variant it is, in one spelling; "" for what all share.
    """
    message = b""
    for part in ("kaodian seed 1", purpose, unicodedata.normalize("NFC", question), owner):
        # The lengths keep ("a", "bc") and ("ab", "c") apart.
        raw = part.encode()
        message += len(raw).to_bytes(8, "big") + raw
    return int.from_bytes(hmac.digest(key, message, hashlib.sha256)[:_SEED_BYTES], "big")


def public_key(seed: int) -> bytes:
    """Return the key in the secret's place where a public seed decides: workbooks, practice, `--seed`."""
    return f"kaodian public seed {seed}".encode()
