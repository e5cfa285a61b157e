"""Classes that exclude each other need one distribution: positive, with sum 1, and a useful gradient."""

answers = {}
answers["feedforward/why_softmax"] = (
    "Softmax gives non-negative numbers with sum 1, which are probabilities of classes that exclude each "
    "other: when one rises, others fall. Exponentials make every score positive, negative ones too, keep "
    "their order, and depend on differences only; scores divided by their sum could be negative. Sigmoids "
    "of each score do not sum to 1 and do not compete; they fit where a sample may belong to several "
    "classes. With cross entropy the gradient of the scores is p - t. It is large where the prediction is "
    "badly wrong, whereas the mean squared error multiplies it by the derivative of softmax, which is near "
    "0 there, so that learning stalls."
)
