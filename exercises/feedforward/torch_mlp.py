"""A two-layer network as a PyTorch module; its weights are put in by name, so that initialisation is free."""

import numpy as np

from exercises.kit import Case, Code


def MLP(d, h, c):
    import torch  # not above: whoever only lists exercises needs no torch

    class Network(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.hidden = torch.nn.Linear(d, h)
            self.output = torch.nn.Linear(h, c)

        def forward(self, x):
            return self.output(torch.relu(self.hidden(x)))

    return Network()


exercise = Code(
    syllabus="feedforward.fc feedforward.relu feedforward.structure",
    difficulty=2,
    framework="torch",
    calls=[
        "MLP(d, h, c) -> empty",
        "load(empty, weights) -> net",
        "tensor(x) -> inputs",
        "net(inputs) -> scores",
        "gradient(scores, weighting, net) -> dW",
    ],
    reference=MLP,
    opaque="empty net inputs",
    points={"forward": 4, "gradient": 2},
    checks={"forward": "scores", "gradient": "dW"},
)


@exercise.given
def load(net, weights):
    """Put the weights in by name."""
    import torch

    with torch.no_grad():
        for layer in ("hidden", "output"):
            getattr(net, layer).weight.copy_(torch.tensor(weights[layer + ".weight"]))
            getattr(net, layer).bias.copy_(torch.tensor(weights[layer + ".bias"]))
    return net


@exercise.given
def tensor(x):
    import torch

    return torch.tensor(x, dtype=torch.float32)


@exercise.given
def gradient(scores, weighting, net):
    """The gradient of (scores * weighting).sum() at the first layer's weights."""
    import torch

    net.zero_grad()
    (scores * torch.tensor(weighting, dtype=torch.float32)).sum().backward()
    return net.hidden.weight.grad


@exercise.cases("forward", "gradient", hidden=5, public=1)
def small_networks(rng):
    """All sizes differ; hidden units are active and inactive about equally."""
    n, d, h, c = (int(size) for size in rng.choice(np.arange(2, 9), size=4, replace=False))
    weights = {
        "hidden.weight": rng.normal(size=(h, d)),
        "hidden.bias": rng.normal(size=h),
        "output.weight": rng.normal(size=(c, h)),
        "output.bias": rng.normal(size=c),
    }
    return Case(d=d, h=h, c=c, weights=weights, x=rng.normal(size=(n, d)), weighting=rng.normal(size=(n, c)))


exercise.edits(
    activation_forgotten=("torch.relu(self.hidden(x))", "self.hidden(x)"),
    activation_after_the_last_layer=(
        "return self.output(torch.relu(self.hidden(x)))",
        "return torch.relu(self.output(torch.relu(self.hidden(x))))",
    ),
    softmax_at_the_end=(
        "return self.output(torch.relu(self.hidden(x)))",
        "return torch.softmax(self.output(torch.relu(self.hidden(x))), dim=1)",
    ),
    sigmoid_for_relu=("torch.relu", "torch.sigmoid"),
    graph_cut=("torch.relu(self.hidden(x))", "torch.relu(self.hidden(x).detach())"),
)
