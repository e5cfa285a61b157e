"""What it means to treat localisation as regression."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="vision.localization",
    difficulty=1,
    points=4,
    right="four_numbers l2_loss shared_features weighted_sum",
    wrong=(
        "class_for_each_place softmax_of_coordinates iou_of_the_class heads_take_turns any_number_of_objects"
    ),
)
