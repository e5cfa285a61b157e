"""ReLU as a function of our own, which tells autograd its slope; layers written out as matrix products."""

import torch
from torch import nn


class ReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        active = a > 0
        ctx.save_for_backward(active)
        return torch.where(active, a, torch.zeros_like(a))

    @staticmethod
    def backward(ctx, upstream):
        (active,) = ctx.saved_tensors
        return upstream * active


class MLP(nn.Module):
    def __init__(self, d, h, c):
        super().__init__()
        self.hidden = nn.Linear(in_features=d, out_features=h, bias=True)
        self.output = nn.Linear(in_features=h, out_features=c, bias=True)
        for layer in self.children():
            nn.init.kaiming_normal_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        h = ReLU.apply(x @ self.hidden.weight.t() + self.hidden.bias)
        return torch.addmm(self.output.bias, h, self.output.weight.t())
