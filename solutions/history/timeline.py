"""1943, 1958, 1969; 1986, 1989, 1997; 2006, 2012, 2013, 2014 (twice), 2015, 2017."""

order = [
    "neuron",
    "perceptron",
    "xor",
    "backprop",
    "lenet",
    "lstm",
    "belief_nets",
    "alexnet",
    "word2vec",
    "gan",
    "attention",
    "resnet",
    "transformer",
]
