"""An LSTM cell as a PyTorch module; its weights are put in by name, so that initialisation is free."""

from exercises.kit import Case, Code


def LSTMCell(d, h):
    import torch  # not above: whoever only lists exercises needs no torch

    class Cell(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.input = torch.nn.Linear(d, 4 * h)
            self.recurrent = torch.nn.Linear(h, 4 * h, bias=False)

        def forward(self, x, prev_h, prev_c):
            i, f, o, g = torch.chunk(self.input(x) + self.recurrent(prev_h), 4, dim=1)
            next_c = torch.sigmoid(f) * prev_c + torch.sigmoid(i) * torch.tanh(g)
            next_h = torch.sigmoid(o) * torch.tanh(next_c)
            return next_h, next_c

    return Cell()


exercise = Code(
    syllabus="rnn.lstm rnn.lstm_memory",
    difficulty=2,
    framework="torch",
    calls=[
        "LSTMCell(d, h) -> empty",
        "load(empty, weights) -> cell",
        "tensors(x, prev_h, prev_c) -> xs, hs, cs",
        "cell(xs, hs, cs) -> next_h, next_c",
        "gradient(next_h, next_c, weighting, cell) -> dWh",
    ],
    reference=LSTMCell,
    opaque="empty cell xs hs cs",
    points={"forward": 5, "gradient": 2},
    checks={"forward": "next_h next_c", "gradient": "dWh"},
)


@exercise.given
def load(cell, weights):
    """Put the weights in by name."""
    import torch

    with torch.no_grad():
        cell.input.weight.copy_(torch.tensor(weights["input.weight"]))
        cell.input.bias.copy_(torch.tensor(weights["input.bias"]))
        cell.recurrent.weight.copy_(torch.tensor(weights["recurrent.weight"]))
    return cell


@exercise.given
def tensors(x, prev_h, prev_c):
    import torch

    return [torch.tensor(value, dtype=torch.float32) for value in (x, prev_h, prev_c)]


@exercise.given
def gradient(next_h, next_c, weighting, cell):
    """The gradient of a weighted sum of next_h + next_c."""
    import torch

    cell.zero_grad()
    ((next_h + next_c) * torch.tensor(weighting, dtype=torch.float32)).sum().backward()
    return cell.recurrent.weight.grad


@exercise.cases("forward", "gradient", hidden=5, public=1)
def steps_in_the_middle(rng):
    """h and c of the step before are not 0; N, D and H all differ."""
    h = int(rng.choice([2, 3]))
    n, d = (int(size) for size in rng.choice([s for s in (2, 3, 4, 5) if s != h], size=2, replace=False))
    weights = {
        "input.weight": (0.7 * rng.normal(size=(4 * h, d))).round(2),
        "input.bias": (0.5 * rng.normal(size=4 * h)).round(2),
        "recurrent.weight": (0.7 * rng.normal(size=(4 * h, h))).round(2),
    }
    x, prev_c, weighting = rng.normal(size=(n, d)), rng.normal(size=(n, h)), rng.normal(size=(n, h))
    return Case(
        d=d,
        h=h,
        weights=weights,
        x=x.round(2),
        prev_h=rng.uniform(-0.9, 0.9, size=(n, h)).round(2),
        prev_c=prev_c.round(2),
        weighting=weighting.round(2),
    )


exercise.edits(
    order_of_pytorch=("i, f, o, g = torch.chunk", "i, f, g, o = torch.chunk"),
    forget_gate_first=("i, f, o, g = torch.chunk", "f, i, o, g = torch.chunk"),
    hidden_state_without_tanh=("torch.sigmoid(o) * torch.tanh(next_c)", "torch.sigmoid(o) * next_c"),
    candidate_with_sigmoid=("torch.tanh(g)", "torch.sigmoid(g)"),
    forget_gate_not_applied=("torch.sigmoid(f) * prev_c", "prev_c"),
    previous_hidden_state_ignored=("self.input(x) + self.recurrent(prev_h)", "self.input(x)"),
    states_exchanged=("return next_h, next_c", "return next_c, next_h"),
    graph_cut=("torch.tanh(next_c)", "torch.tanh(next_c.detach())"),
)
