"""Made results of a small class, on one small exercise of each kind."""

from functools import cache
from pathlib import Path

from exercises.kit.base import Text
from exercises.kit.catalogue import exercise_ids, load_exercise
from exercises.kit.exercise import Exercise, Sealed, Seeds
from grader.batch.result import ClassResult, Receipt, SubmissionResult
from grader.judging.result import (
    CaseVerdict,
    Example,
    Finding,
    FindingKind,
    PartScore,
    QuestionResult,
    Verdict,
)
from grader.sandbox.job import CellRun, Fault, FaultKind

BANK = Path(__file__).parent / "bank"
TITLE = Text(zh="深度学习期中练习", en="Deep learning, midterm exercise")
SECRET_VALUE = "0.123456789"
EVIL = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)> *b* `c` $\\frac$ "
    "\u202eabc\u2066 \x1b[31mred\x07"
)
FAULT = Fault(
    kind=FaultKind.ERROR,
    exception="ValueError",
    message=f"hidden input was {SECRET_VALUE}",
    label="work.ipynb[3]",
    line=7,
)
RECEIPT = Receipt(
    bundle="5f" * 32,
    grader="0.1.0",
    isolation=("bubblewrap", "landlock", "seccomp", "rlimits"),
    python="3.11.9",
    numpy="2.1.0",
)


@cache
def bank() -> dict[str, Exercise]:
    return {exercise_id: load_exercise(exercise_id, BANK) for exercise_id in exercise_ids(BANK)}


@cache
def sealed() -> dict[str, Sealed]:
    return {q.question: bank()[q.exercise].seal(Seeds.from_number(1, q.exercise)) for q in good_questions()}


def part(name: str, score: float, most: float, verdict: Verdict, barred_by: str = "") -> PartScore:
    return PartScore(name=name, score=score, max_score=most, verdict=verdict, barred_by=barred_by)


def good_questions() -> tuple[QuestionResult, ...]:
    return tuple(
        QuestionResult(
            question=f"q{number}",
            exercise=exercise.id,
            kind=exercise.kind,
            score=exercise.max_score,
            max_score=exercise.max_score,
            verdict=Verdict.CORRECT,
            parts=tuple(part(name, most, most, Verdict.CORRECT) for name, most in exercise.points.items()),
        )
        for number, exercise in enumerate((bank()[f"made/{name}"] for name in NAMES), start=1)
    )


NAMES = ("mean_loss", "pool_sizes", "gate_gradient", "entropy_choice")

EXAMPLE = Example(
    inputs={"x": "[[ 0.5,  1.25],\n [-2. ,  0. ]]", "y": "[[0., 1.],\n [1., 0.]]"},
    output="dx",
    expected="[[ 0.25 ,  0.125],\n [-1.5  ,  0.   ]]",
    found="[[ 0.125 ,  0.0625],\n [-0.75  ,  0.    ]]",
)


def weak_questions() -> tuple[QuestionResult, ...]:
    """Partly right code, a carried step, an error, a wrong option."""
    code, numeric, derivation, choice = good_questions()
    return (
        code.model_copy(
            update={
                "score": 4.0,
                "verdict": Verdict.PARTLY,
                "parts": (
                    part("value", 4, 4, Verdict.CORRECT),
                    part("gradient", 0, 6, Verdict.WRONG),
                ),
                "findings": (
                    Finding(kind=FindingKind.MISCONCEPTION, name="gradient_without_two", output="dx"),
                    Finding(kind=FindingKind.RELATION, relation="factor", factor=0.5, output="dx"),
                    Finding(kind=FindingKind.WRONG_VALUE, output="dx"),
                    Finding(kind=FindingKind.WRONG_VALUE, output="dx", example=EXAMPLE),
                ),
                "misconceptions": ("gradient_without_two",),
            }
        ),
        numeric.model_copy(
            update={
                "score": 2.0,
                "verdict": Verdict.PARTLY,
                "parts": (part("conv_out", 0, 2, Verdict.WRONG), part("flat", 2, 2, Verdict.CARRIED)),
                "findings": (
                    Finding(kind=FindingKind.MISCONCEPTION, name="one_forgotten", output="conv_out"),
                    Finding(kind=FindingKind.FIRST_WRONG_STEP, output="conv_out"),
                    Finding(kind=FindingKind.CARRIED, output="flat"),
                ),
                "misconceptions": ("one_forgotten",),
                "first_wrong_step": "conv_out",
            }
        ),
        derivation.model_copy(
            update={
                "score": 0.0,
                "verdict": Verdict.UNREADABLE,
                "parts": (part("do", 0, 2, Verdict.UNREADABLE), part("dc", 0, 3, Verdict.NO_ANSWER)),
                "findings": (
                    Finding(
                        kind=FindingKind.UNREADABLE,
                        output="do",
                        text=Text(
                            zh="第 4 个字符 “$” 不在公式里使用。",
                            en="The character “$” at 4 has no use in a formula.",
                        ),
                    ),
                ),
            }
        ),
        choice.model_copy(
            update={
                "score": 0.0,
                "verdict": Verdict.WRONG,
                "parts": (part("choice", 0, 2, Verdict.WRONG),),
                "findings": (Finding(kind=FindingKind.MISCONCEPTION, name="symmetric", found="b"),),
                "misconceptions": ("symmetric",),
            }
        ),
    )


def faulty_questions() -> tuple[QuestionResult, ...]:
    code, *rest = good_questions()
    broken = code.model_copy(
        update={
            "score": 0.0,
            "verdict": Verdict.ERROR,
            "parts": (
                part("value", 0, 4, Verdict.ERROR),
                part("gradient", 0, 6, Verdict.ERROR, barred_by="value"),
            ),
            "findings": (
                Finding(kind=FindingKind.FAULT, group="small_batches", fault=FAULT),
                Finding(kind=FindingKind.BARRED, output="gradient", name="value"),
            ),
            "cases": tuple(
                CaseVerdict(
                    group="small_batches",
                    aspects=("value", "gradient"),
                    public=False,
                    verdict=Verdict.ERROR,
                    fault=FAULT,
                    printed=f"x = {SECRET_VALUE}\n{EVIL}",
                )
                for _ in range(4)
            ),
        }
    )
    blank = [
        one.model_copy(
            update={
                "score": 0.0,
                "verdict": Verdict.NO_ANSWER,
                "parts": tuple(
                    p.model_copy(update={"score": 0.0, "verdict": Verdict.NO_ANSWER}) for p in one.parts
                ),
            }
        )
        for one in rest
    ]
    return (broken, *blank)


def submission(student: str, questions: tuple[QuestionResult, ...], **fields: object) -> SubmissionResult:
    whole = {
        "student": student,
        "source_name": f"{student}.ipynb",
        "sha256": "ab" * 32,
        "status": "graded",
        "questions": questions,
        "score": sum(q.score for q in questions),
        "max_score": sum(q.max_score for q in good_questions()),
        "receipt": RECEIPT,
    }
    return SubmissionResult(**{**whole, **fields})


def weak() -> SubmissionResult:
    note = Text(zh="2 个单元里的 %matplotlib 行被略去了。", en="%matplotlib lines of 2 cells were left out.")
    return submission("2024010203", weak_questions(), name="李小明", notes=(note,))


def faulty() -> SubmissionResult:
    cell = CellRun(label="work.ipynb[1]", fault=FAULT, printed=f"printed {SECRET_VALUE}")
    return submission("2024010204", faulty_questions(), name="王芳", cells=(cell,))


def evil() -> SubmissionResult:
    """Everything that a student, or a file name, can choose is hostile."""
    fault = Fault(
        kind=FaultKind.ERROR, exception=EVIL, message=EVIL, label=EVIL, line=3, name=EVIL, signal=EVIL
    )
    code, *rest = good_questions()
    findings = (
        Finding(kind=FindingKind.FAULT, fault=fault),
        Finding(kind=FindingKind.FAULT, fault=fault.model_copy(update={"kind": FaultKind.MISSING_NAME})),
        Finding(kind=FindingKind.WRONG_TYPE, output="dx", expected="array", found=EVIL),
        Finding(kind=FindingKind.REJECTED, text=Text(zh=EVIL, en=EVIL)),
        Finding(kind=FindingKind.UNREADABLE, output="dx", text=Text(zh=EVIL, en=EVIL)),
        Finding(kind=FindingKind.OUT_OF_RANGE, output="dx", expected="[1, 2]", found=EVIL),
        Finding(
            kind=FindingKind.WRONG_VALUE,
            output="dx",
            example=Example(inputs={"x": "1"}, output="dx", expected="2", found=EVIL),
        ),
    )
    broken = code.model_copy(
        update={
            "score": 0.0,
            "verdict": Verdict.WRONG,
            "findings": findings,
            "cases": (
                CaseVerdict(
                    group="small_batches",
                    aspects=("value",),
                    public=False,
                    verdict=Verdict.ERROR,
                    fault=fault,
                    printed=EVIL,
                ),
            ),
        }
    )
    return submission(
        EVIL,
        (broken, *rest),
        name=EVIL,
        source_name=EVIL,
        notes=(Text(zh=EVIL, en=EVIL),),
        cells=(CellRun(label=EVIL, fault=fault, printed=EVIL),),
    )


def unreadable() -> SubmissionResult:
    problem = Text(zh="压缩包里有 3 个同名的文件。", en="The archive holds 3 files of the same name.")
    return submission("2024010205", (), status="problem", problem=problem)


def missing() -> SubmissionResult:
    return submission("2024010206", (), name="赵六", status="nothing handed in", source_name="", sha256="")


def made_class(*more: SubmissionResult) -> ClassResult:
    good = [submission(f"20240102{n:02}", good_questions(), name=f"同学 {n}") for n in range(5)]
    weaker = [
        weak().model_copy(update={"student": f"20240103{n:02}", "score": 6.0 + 2 * n}) for n in range(4)
    ]
    results = (*good, *weaker, weak(), faulty(), unreadable(), missing(), *more)
    return ClassResult(title=TITLE, assessment="5f" * 32, results=results)
