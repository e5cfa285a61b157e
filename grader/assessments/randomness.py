"""All randomness of an assessment: HMAC of a secret (or of the public seed), never the clock."""

import hashlib
import hmac
import unicodedata
from typing import Final, Literal

from exercises.kit.base import Frozen
from grader.assessments.model import Assessment
from grader.submissions.ids import student_key

Purpose = Literal["parameters", "public", "hidden", "options"]

_SEED_BYTES: Final = 16


class Seeds(Frozen):
    """The seeds of one student's variant of one question."""

    parameters: int
    public: int
    hidden: int
    options: int


def derive_seed(secret: bytes, purpose: Purpose, question: str, student: str) -> int:
    """Return a seed of 128 bits: HMAC-SHA256 (RFC 2104) of purpose, question and student.

    Two spellings of one student (`student_key`) have the same seeds. `student` is "" for what all share.
    """
    message = b""
    for part in ("kaodian seed 1", purpose, unicodedata.normalize("NFC", question), student_key(student)):
        # The lengths keep ("a", "bc") and ("ab", "c") apart.
        raw = part.encode()
        message += len(raw).to_bytes(8, "big") + raw
    digest = hmac.digest(secret, message, hashlib.sha256)
    return int.from_bytes(digest[:_SEED_BYTES], "big")


def public_secret(seed: int) -> bytes:
    """Return the key in the secret's place where a public seed decides: workbooks, practice, `--seed`."""
    return f"kaodian public seed {seed}".encode()


def seeds_for(assessment: Assessment, secret: bytes, question: str, student: str) -> Seeds:
    """Return the seeds by which a student's variant of a question is drawn.

    Fixed variants: everything that a student may see comes from the public seed, so that a workbook made with
    that seed has the same parameters; hidden cases come from the secret, the same for all. Per-student
    variants: all comes from the secret and the student.
    """
    if assessment.variants == "fixed":
        key, student = public_secret(assessment.seed), ""
    else:
        key = secret
    return Seeds(
        parameters=derive_seed(key, "parameters", question, student),
        public=derive_seed(key, "public", question, student),
        hidden=derive_seed(secret, "hidden", question, student),
        options=derive_seed(key, "options", question, student),
    )


def public_seeds(seed: int, question: str) -> Seeds:
    """Return the seeds of a practice variant; all but the hidden cases' are those of fixed variants."""
    key = public_secret(seed)
    return Seeds(
        parameters=derive_seed(key, "parameters", question, ""),
        public=derive_seed(key, "public", question, ""),
        hidden=derive_seed(key, "hidden", question, ""),
        options=derive_seed(key, "options", question, ""),
    )
