"""1986: hidden layers can be trained. 2006: deep ones get a start by pretraining.

2012: much labelled data, GPUs, ReLU and dropout, with backpropagation from end to end; convolution was old.
"""

right = {"hidden_layers_trained", "layerwise_pretraining", "large_labelled_data", "relu_and_dropout"}
