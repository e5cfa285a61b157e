"""Softmax loss and SVM loss compared."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="losses.softmax_loss losses.svm losses.full",
    difficulty=2,
    points=4,
    right="svm_reaches_zero softmax_at_the_start svm_at_the_start shift_changes_neither penalty_apart",
    wrong="softmax_reaches_zero svm_never_satisfied scaling_changes_neither both_negative penalty_averaged",
)
