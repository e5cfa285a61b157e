"""What a larger batch does, for good and for ill."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="optimisation.batch_size",
    difficulty=1,
    points=4,
    right="better_parallelism fewer_iterations steadier_direction more_memory",
    wrong="fewer_epochs ever_better_direction more_iterations faster_always",
)
