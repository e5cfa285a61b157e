"""A small CNN as a PyTorch module: convolution, ReLU, max pooling, fully connected layer."""

from exercises.kit import Case, Code


def CNN(channels, size, filters, classes):
    import torch  # not above: whoever only lists exercises needs no torch

    class Network(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = torch.nn.Conv2d(channels, filters, 5, stride=1, padding=1)
            pooled = (size - 5 + 2 + 1 - 3) // 2 + 1
            self.fc = torch.nn.Linear(filters * pooled * pooled, classes)

        def forward(self, x):
            maps = torch.relu(self.conv(x))
            pooled = torch.nn.functional.max_pool2d(maps, 3, stride=2)
            return self.fc(pooled.flatten(start_dim=1))

    return Network()


exercise = Code(
    syllabus="cnn.conv cnn.max_pool cnn.pool_size feedforward.fc",
    difficulty=2,
    framework="torch",
    calls=[
        "CNN(channels, size, filters, classes) -> empty",
        "load(empty, weights) -> net",
        "tensor(x) -> inputs",
        "net(inputs) -> scores",
        "gradient(scores, weighting, net) -> dw",
    ],
    reference=CNN,
    opaque="empty net inputs",
    points={"forward": 5, "gradient": 2},
    checks={"forward": "scores", "gradient": "dw"},
)


@exercise.given
def load(net, weights):
    """Put the weights in by name."""
    import torch

    with torch.no_grad():
        for layer in ("conv", "fc"):
            getattr(net, layer).weight.copy_(torch.tensor(weights[layer + ".weight"]))
            getattr(net, layer).bias.copy_(torch.tensor(weights[layer + ".bias"]))
    return net


@exercise.given
def tensor(x):
    import torch

    return torch.tensor(x, dtype=torch.float32)


@exercise.given
def gradient(scores, weighting, net):
    """The gradient of (scores * weighting).sum() with respect to the kernels."""
    import torch

    net.zero_grad()
    (scores * torch.tensor(weighting, dtype=torch.float32)).sum().backward()
    return net.conv.weight.grad


@exercise.cases("forward", "gradient", hidden=4, public=1)
def small_images(rng):
    """Even and odd sizes: rows left over, and none."""
    n, c, f, k = (int(count) for count in rng.choice([2, 3, 4, 5], size=4, replace=False))
    size = int(rng.choice([8, 9, 10, 11]))
    side = (size - 5) // 2 + 1
    weights = {
        "conv.weight": rng.normal(size=(f, c, 5, 5)).round(2),
        "conv.bias": rng.normal(size=f).round(2),
        "fc.weight": rng.normal(size=(k, f * side**2)).round(2),
        "fc.bias": rng.normal(size=k).round(2),
    }
    x = rng.normal(size=(n, c, size, size)).round(2)
    return Case(
        channels=c, size=size, filters=f, classes=k, weights=weights, x=x, weighting=rng.normal(size=(n, k))
    )


exercise.edits(
    activation_forgotten=("torch.relu(self.conv(x))", "self.conv(x)"),
    average_pooling=("max_pool2d", "avg_pool2d"),
    softmax_at_the_end=(
        "return self.fc(pooled.flatten(start_dim=1))",
        "return torch.softmax(self.fc(pooled.flatten(start_dim=1)), dim=1)",
    ),
    activation_after_the_last_layer=(
        "return self.fc(pooled.flatten(start_dim=1))",
        "return torch.relu(self.fc(pooled.flatten(start_dim=1)))",
    ),
    channels_last=("pooled.flatten(start_dim=1)", "pooled.permute(0, 2, 3, 1).flatten(start_dim=1)"),
    graph_cut=("torch.relu(self.conv(x))", "torch.relu(self.conv(x).detach())"),
)
