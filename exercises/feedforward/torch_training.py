"""A small network trained in PyTorch on a spiral, judged by what it says of points whose labels are kept."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Rejected, Training
from reference_impl.losses import softmax_loss

CLASSES, SAMPLES, TESTED = 3, 180, 300


def train(x, y, learning_rate, epochs, batch_size, seed):
    import torch  # not above: whoever only lists exercises needs no torch

    torch.manual_seed(seed)
    x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)
    net = torch.nn.Sequential(torch.nn.Linear(2, 24), torch.nn.ReLU(), torch.nn.Linear(24, 3))
    optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(batch_size):
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(net(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
    return net


exercise = Training(
    syllabus="feedforward.fc feedforward.relu optimisation.mbgd optimisation.adam",
    difficulty=2,
    framework="torch",
    calls=[
        "train(x, y, learning_rate, epochs, batch_size, seed) -> net",
        "scores_of(net, x_test) -> scores",
    ],
    reference=train,
    opaque="net",
    points={"loss": 4, "accuracy": 3},
    checks={"loss": "test_loss", "accuracy": "accuracy"},
    accept={"test_loss": AtMost(bound=0.42), "accuracy": AtLeast(bound=0.8)},
    cpu_s=30,
)


@exercise.given
def scores_of(net, x_test):
    """What the trained network says of other points."""
    import torch

    net.eval()
    with torch.no_grad():
        return net(torch.tensor(x_test, dtype=torch.float32))


def spiral(rng, count, angle, turn):
    """Three arms that wind round each other, sorted by class; no straight lines can part them."""
    labels = np.sort(rng.integers(CLASSES, size=count))
    radius = rng.uniform(0.2, 1.6, size=count)
    phi = angle + turn * (2 * np.pi * labels / CLASSES + 2.2 * radius + rng.normal(scale=0.25, size=count))
    return np.stack([radius * np.cos(phi), radius * np.sin(phi)], axis=1), labels


@exercise.cases("loss", "accuracy", hidden=2, public=1)
def spirals(rng):
    """Where the arms begin and which way they wind is drawn: weights typed by hand cannot know."""
    angle, turn = rng.uniform(0, 2 * np.pi), rng.choice([-1, 1])
    x, y = spiral(rng, SAMPLES, angle, turn)
    x_test, labels = spiral(rng, TESTED, angle, turn)
    return Case(
        x=x, y=y, learning_rate=0.03, epochs=15, batch_size=20, seed=int(rng.integers(1000)),
        x_test=x_test, labels=labels,
    )  # fmt: skip


@exercise.view
def quality(inputs, outputs):
    """Mean softmax loss and share of right classes; `labels` never leave the trusted side."""
    scores, labels = as_matrix(outputs["scores"]), inputs["labels"]
    if scores.shape != (len(labels), CLASSES) or not np.isfinite(scores).all():
        raise Rejected(
            f"网络对 N 个点的输出，形状应为 (N, {CLASSES})，元素都是有限的数。",
            f"For N points the network should return shape (N, {CLASSES}), and all entries should be finite.",
        )
    loss, _ = softmax_loss(scores, labels)
    return {"test_loss": loss, "accuracy": float(np.mean(scores.argmax(axis=1) == labels))}


def as_matrix(value):
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.zeros(0)


exercise.edits(
    activation_forgotten=("torch.nn.ReLU()", "torch.nn.Identity()"),
    gradients_never_zeroed=("optimizer.zero_grad()", "pass"),
    step_forgotten=("optimizer.step()", "pass"),
    ascends=("loss.backward()", "(-loss).backward()"),
    first_batch_only=("torch.randperm(len(x)).split(batch_size)", "[torch.arange(batch_size)]"),
    labels_not_shuffled_along=(
        "for _ in range(epochs):",
        "x = x[torch.randperm(len(x))]\n    for _ in range(epochs):",
    ),
)
