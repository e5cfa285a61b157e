"""A chain of named layers, whose names are the attributes; how many inputs `fc` has, an empty image shows."""

import torch
from torch import nn


class CNN(nn.Sequential):
    def __init__(self, channels, size, filters, classes):
        super().__init__()
        self.add_module("conv", nn.Conv2d(channels, filters, kernel_size=(5, 5), padding=(1, 1)))
        self.add_module("relu", nn.ReLU(inplace=True))
        self.add_module("pool", nn.MaxPool2d(kernel_size=3, stride=2))
        self.add_module("flatten", nn.Flatten())
        with torch.no_grad():
            features = self(torch.zeros(1, channels, size, size)).shape[1]
        self.add_module("fc", nn.Linear(features, classes))
