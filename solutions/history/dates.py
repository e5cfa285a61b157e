"""Each milestone by its first presentation.

Before the first winter: the neuron of McCulloch and Pitts (1943), Rosenblatt's perceptron (1958), and what
Minsky and Papert wrote of its limits (1969). Then backpropagation by Rumelhart, Hinton and Williams (1986),
LeCun's convolutional network for digits (1989; LeNet-5 is later), and the LSTM of Hochreiter and Schmidhuber
(1997). Deep learning: Hinton's deep belief nets (2006), AlexNet (2012), Mikolov's word2vec (2013),
Goodfellow's GAN (2014), Kaiming He's ResNet (2015; its conference was in 2016), the Transformer of Vaswani
and others (2017).
"""

YEARS = {
    "neuron": 1943,
    "perceptron": 1958,
    "xor": 1969,
    "backprop": 1986,
    "lenet": 1989,
    "lstm": 1997,
    "belief_nets": 2006,
    "alexnet": 2012,
    "word2vec": 2013,
    "gan": 2014,
    "resnet": 2015,
    "transformer": 2017,
}


def solve(p):
    return {"years": [YEARS[name] for name in p.milestones]}
