"""Milestones of deep learning to be put into order; two of 2014 may stand either way."""

from exercises.kit import Order

exercise = Order(
    syllabus="history.timeline",
    difficulty=2,
    points=6,
    items="neuron perceptron xor backprop lenet lstm belief_nets alexnet word2vec gan attention"
    " resnet transformer",
    after={
        "perceptron": "neuron",
        "xor": "perceptron",
        "backprop": "xor",
        "lenet": "backprop",
        "lstm": "lenet",
        "belief_nets": "lstm",
        "alexnet": "belief_nets",
        "word2vec": "alexnet",
        "gan": "word2vec",
        "attention": "word2vec",
        "resnet": "gan attention",
        "transformer": "resnet",
    },
)
exercise.misconception(
    critique_before_the_perceptron="xor perceptron",
    backpropagation_before_the_critique="backprop xor",
    perceptron_before_the_neuron="perceptron neuron",
    convolution_is_new="alexnet lenet",
    lstm_is_new="word2vec lstm",
    pretraining_after_alexnet="alexnet belief_nets",
    word_vectors_before_alexnet="word2vec alexnet",
    transformer_brought_attention="transformer attention",
    resnet_before_gan="resnet gan",
)
