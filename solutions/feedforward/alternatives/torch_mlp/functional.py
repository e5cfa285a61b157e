"""Functional calls on the layers' weights, sample by sample, stacked at the end; relu(a) = (a + |a|) / 2."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class MLP(nn.Module):
    hidden: nn.Linear
    output: nn.Linear

    def __init__(self, d: int, h: int, c: int):
        nn.Module.__init__(self)
        for name, sizes in (("hidden", (d, h)), ("output", (h, c))):
            setattr(self, name, nn.Linear(*sizes))

    def one(self, x: Tensor) -> Tensor:
        a = F.linear(x, self.hidden.weight, self.hidden.bias)
        return F.linear((a + a.abs()) / 2, self.output.weight, self.output.bias)

    def forward(self, x: Tensor) -> Tensor:
        return torch.stack([self.one(sample) for sample in x])
