"""What ended the winters."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="history.why history.timeline",
    difficulty=1,
    points=4,
    right="hidden_layers_trained layerwise_pretraining large_labelled_data relu_and_dropout",
    wrong="perceptron_solves_xor first_convolution backpropagation_dropped theory_of_optimum gan_revival",
)
