"""What word2vec takes as a word's vector, and where it lies in the network."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="nlp.word_vector nlp.one_hot",
    difficulty=1,
    points=4,
    right="row_of_first_layer hidden_code by_rows_of_first embedding_size",
    wrong="softmax_output one_hot_input column_of_first_layer scores row_of_second_layer",
)
