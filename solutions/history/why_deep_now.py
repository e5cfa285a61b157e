"""Three things had to come together: methods, data and computing power."""

answers = {}
answers["history/why_deep_now"] = (
    "A single-layer perceptron draws a line, so it cannot even solve XOR, and there was no way to train "
    "more layers: the first winter. Backpropagation gave the gradients of hidden layers and made them "
    "trainable. In deep networks of sigmoids the gradients still vanish on the way back; pretraining, ReLU, "
    "batch normalisation and residual connections helped later. Large labelled data sets such as ImageNet "
    "and fast GPUs were there only around 2012. Dropout, data augmentation and weight penalties keep large "
    "networks from overfitting."
)
