"""The steps of training CBOW with negative sampling, from the corpus to the word vectors."""

from exercises.kit import Order

exercise = Order(
    syllabus="nlp.cbow nlp.negative_sampling nlp.word_vector",
    difficulty=1,
    points=5,
    items="count index initialise window negatives mean scores gradients update lookup",
    after={
        "index": "count",
        "initialise": "count",
        "window": "index",
        "negatives": "count window",
        "mean": "initialise window",
        "scores": "mean negatives",
        "gradients": "scores",
        "update": "gradients",
        "lookup": "update",
    },
)
exercise.misconception(
    matrix_before_its_size="initialise count",
    scores_without_a_code="scores mean",
    update_before_the_gradients="update gradients",
    gradients_before_the_scores="gradients scores",
    vectors_before_training="lookup update",
    samples_after_the_scores="scores negatives",
    window_before_the_indices="window index",
)
