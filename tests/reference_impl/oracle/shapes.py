"""Sizes and counts: torch's layers are built, run or differentiated, and measured."""

import torch
import torch.nn.functional as F

from reference_impl import shapes
from tests.reference_impl.oracle.row import Row, Sampler, value


def draw_named(*names, low=1, high=6):
    return lambda s: {name: s.size(low, high) for name in names}


def draw_window(s: Sampler):
    size, kernel, stride, padding = s.sizes((5, 20), (1, 5), (1, 4), (0, 2))
    return {"size": size, "kernel": kernel, "stride": stride, "padding": padding}


def torch_window(size, kernel, stride, padding):
    x = torch.zeros(1, 1, size, dtype=torch.float64)
    out = F.conv1d(x, torch.zeros(1, 1, kernel, dtype=torch.float64), None, stride, padding)
    return [torch.tensor(out.shape[-1])]


def draw_stack(s: Sampler):
    return {
        "layers": [{"kernel": s.size(1, 4), "stride": s.size(1, 3)} for _ in range(s.size(0, 4))],
    }


def torch_receptive_field(layers):
    """Span of the pixels that have a gradient, of one output deep inside; the kernels are all ones."""
    x = torch.ones(1, 1, 400, dtype=torch.float64, requires_grad=True)
    out = x
    for layer in layers:
        out = F.conv1d(out, torch.ones(1, 1, layer["kernel"], dtype=torch.float64), stride=layer["stride"])
    out[0, 0, out.shape[-1] // 2].backward()
    seen = x.grad[0, 0].nonzero()
    return [seen.max() - seen.min() + 1]


def parameters(module):
    return torch.tensor(sum(weights.numel() for weights in module.parameters()))


def torch_stack(widths):
    layers = [torch.nn.Linear(widths[i], widths[i + 1]) for i in range(len(widths) - 1)]
    return [parameters(torch.nn.Sequential(*layers))]


def torch_recurrent(module, gates):
    def counterpart(inputs, hidden):
        return [parameters(module(inputs, hidden)) - gates * hidden]  # torch has two biases

    return counterpart


SHAPES = {
    "window_output_size": Row(
        covers=("shapes.window_output_size",),
        draw=draw_window,
        ours=value(shapes.window_output_size),
        torch=torch_window,
        edges=(
            {"size": 3, "kernel": 5, "stride": 2, "padding": 1},  # fits once
            {"size": 1, "kernel": 1, "stride": 1, "padding": 0},
            {"size": 6, "kernel": 2, "stride": 2, "padding": 0},  # the stride divides
            {"size": 7, "kernel": 2, "stride": 2, "padding": 0},  # and does not
        ),
    ),
    "receptive_field": Row(
        covers=("shapes.receptive_field",),
        draw=draw_stack,
        ours=value(shapes.receptive_field),
        torch=torch_receptive_field,
        edges=(
            {"layers": []},
            {"layers": [{"kernel": 3, "stride": 2}]},  # the last stride counts for nothing
            {"layers": [{"kernel": 1, "stride": 3}, {"kernel": 3, "stride": 1}]},
        ),
    ),
    "conv_parameters": Row(
        covers=("shapes.conv_parameters",),
        draw=draw_named("in_channels", "out_channels", "kernel_height", "kernel_width"),
        ours=value(shapes.conv_parameters),
        torch=lambda in_channels, out_channels, kernel_height, kernel_width: [
            parameters(torch.nn.Conv2d(in_channels, out_channels, (kernel_height, kernel_width)))
        ],
    ),
    "fc_parameters": Row(
        covers=("shapes.fc_parameters",),
        draw=draw_named("inputs", "outputs"),
        ours=value(shapes.fc_parameters),
        torch=lambda inputs, outputs: [parameters(torch.nn.Linear(inputs, outputs))],
    ),
    "fc_stack_parameters": Row(
        covers=("shapes.fc_stack_parameters",),
        draw=lambda s: {"widths": [s.size(1, 6) for _ in range(s.size(2, 5))]},
        ours=value(shapes.fc_stack_parameters),
        torch=torch_stack,
    ),
    "rnn_parameters": Row(
        covers=("shapes.rnn_parameters",),
        draw=draw_named("inputs", "hidden"),
        ours=value(shapes.rnn_parameters),
        torch=torch_recurrent(torch.nn.RNN, 1),
    ),
    "lstm_parameters": Row(
        covers=("shapes.lstm_parameters",),
        draw=draw_named("inputs", "hidden"),
        ours=value(shapes.lstm_parameters),
        torch=torch_recurrent(torch.nn.LSTM, 4),
    ),
    "gru_parameters": Row(
        covers=("shapes.gru_parameters",),
        draw=draw_named("inputs", "hidden"),
        ours=value(shapes.gru_parameters),
        torch=torch_recurrent(torch.nn.GRU, 3),
    ),
}
