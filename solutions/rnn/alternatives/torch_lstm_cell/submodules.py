"""Activations are modules in a dict, layers are made in a loop, and samples are stacked one by one."""

import torch
from torch import nn


class LSTMCell(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        for name, size in {"recurrent": h, "input": d}.items():
            self.add_module(name, nn.Linear(size, h * 4, bias=name == "input"))
        self.activations = nn.ModuleDict(
            {"i": nn.Sigmoid(), "f": nn.Sigmoid(), "o": nn.Sigmoid(), "g": nn.Tanh()}
        )

    def one(self, x, h, c):
        blocks = torch.reshape(self.input(x) + self.recurrent(h), (4, -1))
        gate = {name: self.activations[name](a) for name, a in zip("ifog", blocks, strict=True)}
        c = gate["f"] * c + gate["i"] * gate["g"]
        return torch.stack([self.activations["g"](c) * gate["o"], c])

    def forward(self, x, prev_h, prev_c):
        samples = zip(x, prev_h, prev_c, strict=True)
        return list(torch.stack([self.one(*sample) for sample in samples], dim=1))
