"""Judge choices: one right option is all or nothing; of several, each wrong one takes a right one away."""

from exercises.kit.base import Value
from exercises.kit.choice import Choice, SealedChoice
from grader.judging.answers import Missing, is_empty
from grader.judging.letters import read_letters
from grader.judging.numbers import UnreadableAnswer
from grader.judging.recognise import told_names
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Verdict
from grader.judging.scoring import step_result, unanswered_result, unreadable_result


def judge_choice(
    exercise: Choice, sealed: SealedChoice, answer: Value | Missing, question_id: str
) -> QuestionResult:
    """Judge the letters of the chosen options.

    With one right option it is all or nothing; with several, points * max(0, right - wrong) / number of
    right ones, so that guessing earns little.
    """
    (name, points), *_ = exercise.points.items()
    if isinstance(answer, dict) and len(answer) == 1:
        answer = next(iter(answer.values()))
    if is_empty(answer):
        return unanswered_result(exercise, question_id)
    try:
        letters = read_letters(answer, len(sealed.order))
    except UnreadableAnswer as error:
        return unreadable_result(exercise, question_id, error.text)
    chosen = {sealed.order[index] for index in letters}
    right = chosen & set(exercise.right)
    wrong = [option for option in sealed.order if option in chosen and option in exercise.wrong]
    share = _share(len(right), len(wrong), len(exercise.right))
    verdict = Verdict.CORRECT if share == 1 else Verdict.PARTLY if share else Verdict.WRONG
    part = PartScore(name=name, score=points * share, max_score=points, verdict=verdict)
    told = told_names(exercise, wrong, at_most=None)
    findings = [
        Finding(
            kind=FindingKind.MISCONCEPTION,
            output=name,
            name=one,
            found=", ".join(sealed.letter(o) for o in wrong if exercise.misconceptions[o].told_as == one),
        )
        for one in told
    ]
    if len(right) < len(exercise.right) > 1:
        # how many, never which
        expected, found = str(len(exercise.right)), str(len(right))
        findings.append(Finding(kind=FindingKind.WRONG_VALUE, output=name, expected=expected, found=found))
    return step_result(exercise, question_id, [part], findings, told)


def _share(right: int, wrong: int, all_right: int) -> float:
    if all_right == 1:
        return float(right == 1 and wrong == 0)
    return max(0, right - wrong) / all_right
