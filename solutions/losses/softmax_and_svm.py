"""With all scores 0, every probability is 1/C and the loss log C; each of C - 1 margins is violated by 1.

Both losses depend on differences of scores only. A term of the SVM loss is 0 once the margin is met, while a
softmax probability never reaches 1. The 1/N belongs to the data loss alone.
"""

right = {
    "svm_reaches_zero",
    "softmax_at_the_start",
    "svm_at_the_start",
    "shift_changes_neither",
    "penalty_apart",
}
