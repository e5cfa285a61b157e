"""1943: McCulloch and Pitts model a neuron. 1958: Rosenblatt's perceptron learns its weights.

1969: Minsky and Papert show that a single layer cannot solve XOR, and the first winter follows.
1986: Rumelhart, Hinton and Williams train hidden layers by backpropagation.
1989: LeCun and others train LeNet, a convolutional network, to read digits.
1997: the LSTM of Hochreiter and Schmidhuber.
2006: Hinton and others pretrain deep belief nets layer by layer. 2012: AlexNet wins the ImageNet contest.
2013: word2vec (Mikolov and others). 2014: GANs (Goodfellow and others) and attention (Bahdanau and others).
2015: ResNet (Kaiming He and others). 2017: the Transformer (Vaswani and others) leaves the recurrence out.
"""

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
