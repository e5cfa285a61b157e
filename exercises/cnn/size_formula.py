"""When the output size's formula rounds, and what follows from it."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="cnn.pool_size",
    difficulty=2,
    points=4,
    right="rows_left_over seven_to_three three_keeps_its_size eight_like_seven stride_one_never_rounds",
    wrong="rounds_up two_rings_keep_the_size divides_alone always_shorter first_window_missed",
)
