"""`cross_entropy` takes scores: softmax, logarithm and the mean over samples are inside.

`kl_div(input, target)` is target (log target - input), so input is log q and target is p: with sums over the
classes and a mean over samples ("batchmean") it is the mean of D(p || q).
"""

from torch.nn import functional


def classification_loss(scores, y):
    return functional.cross_entropy(scores, y)


def relative_entropy(p, q):
    return functional.kl_div(q.log(), p, reduction="batchmean")
