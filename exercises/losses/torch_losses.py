"""Cross entropy and relative entropy with PyTorch's own functions, which take what one does not expect."""

import numpy as np

from exercises.kit import Case, Code


def classification_loss(scores, y):
    import torch  # not above: whoever only lists exercises needs no torch

    return torch.nn.functional.cross_entropy(scores, y)


def relative_entropy(p, q):
    import torch

    return torch.nn.functional.kl_div(q.log(), p, reduction="batchmean")


exercise = Code(
    syllabus="losses.softmax_loss losses.cross_entropy losses.kl",
    difficulty=2,
    framework="torch",
    calls=[
        "tensor(x) -> scores",
        "labels(y) -> t",
        "classification_loss(scores, t) -> loss",
        "gradient(loss, scores) -> dscores",
        "tensor(p) -> true",
        "tensor(q) -> predicted",
        "relative_entropy(true, predicted) -> d",
        "gradient(d, predicted) -> dq",
    ],
    reference=[classification_loss, relative_entropy],
    opaque="scores t true predicted",
    points={"loss": 2, "loss_gradient": 2, "relative": 2, "relative_gradient": 2},
    checks={"loss": "loss", "loss_gradient": "dscores", "relative": "d", "relative_gradient": "dq"},
)


@exercise.given
def tensor(x):
    import torch

    return torch.tensor(x, dtype=torch.float64, requires_grad=True)


@exercise.given
def labels(y):
    import torch

    return torch.tensor(y)


@exercise.given
def gradient(loss, by):
    """The gradient of a loss; zeros where autograd sees no dependence on `by`."""
    import torch

    if not loss.requires_grad:
        return torch.zeros_like(by)
    return torch.autograd.grad(loss, by)[0]


@exercise.cases("loss", "loss_gradient", "relative", "relative_gradient", hidden=5, public=1)
def batches(rng):
    """N, C and K differ, and p is not q: tells every reduction, and which of p and q goes where."""
    n, c, k = rng.choice([3, 4, 5, 6], size=3, replace=False)
    p, q = ((rng.multinomial(100 - k, rng.dirichlet(np.full(k, 2.0)), size=n) + 1) / 100 for _ in "pq")
    return Case(x=(2 * rng.normal(size=(n, c))).round(2), y=rng.integers(c, size=n), p=p, q=q)


right, relative = "cross_entropy(scores, y)", 'kl_div(q.log(), p, reduction="batchmean")'
exercise.edits(
    of="classification_loss",
    softmax_twice=(right, "cross_entropy(scores.softmax(dim=1), y)"),
    nll_of_scores=(right, "nll_loss(scores, y)"),
    nll_of_probabilities=(right, "nll_loss(scores.softmax(dim=1), y)"),
    sum_not_mean=(right, 'cross_entropy(scores, y, reduction="sum")'),
    softmax_over_the_batch=(right, "nll_loss(scores.log_softmax(dim=0), y)"),
    graph_cut=(right, "cross_entropy(scores, y).detach()"),
)
exercise.edits(
    of="relative_entropy",
    swapped=(relative, 'kl_div(p.log(), q, reduction="batchmean")'),
    logarithm_forgotten=(relative, 'kl_div(q, p, reduction="batchmean")'),
    mean_over_all_entries=(relative, "kl_div(q.log(), p)"),
    sum_over_the_batch=(relative, 'kl_div(q.log(), p, reduction="sum")'),
    both_as_logarithms=(relative, 'kl_div(q.log(), p.log(), reduction="batchmean")'),
)
exercise.edits(
    of="relative_entropy", same_as="graph_cut", relative_graph_cut=(relative, f"{relative}.detach()")
)
