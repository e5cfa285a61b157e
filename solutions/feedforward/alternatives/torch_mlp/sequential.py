"""A chain of three modules; their names in the chain are the attributes that are asked for."""

import torch


class MLP(torch.nn.Sequential):
    def __init__(self, d, h, c):
        super().__init__()
        self.add_module("hidden", torch.nn.Linear(d, h))
        self.add_module("relu", torch.nn.ReLU(inplace=True))
        self.add_module("output", torch.nn.Linear(h, c))
        torch.nn.init.zeros_(self.output.weight)
