"""The convolution keeps H - 2 of H rows (4 lost, 2 padded), pooling floor((H - 2 - 3) / 2) + 1 of these.

Autograd goes back through all of it: fully connected layer, winners of max pooling, ReLU, kernels.
"""

import torch
from torch import nn


class CNN(nn.Module):
    def __init__(self, channels, size, filters, classes):
        super().__init__()
        self.conv = nn.Conv2d(channels, filters, 5, padding=1)
        self.pool = nn.MaxPool2d(3, stride=2)
        side = (size - 2 - 3) // 2 + 1
        self.fc = nn.Linear(filters * side * side, classes)

    def forward(self, x):
        return self.fc(self.pool(torch.relu(self.conv(x))).flatten(1))
