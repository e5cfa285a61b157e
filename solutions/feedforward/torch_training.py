"""Linear, ReLU, linear; for each batch of a new random order, four steps: old gradients to zero, cross
entropy of the scores, its gradients, and a step of Adam.
"""

import torch
from torch import nn


def train(x, y, learning_rate, epochs, batch_size, seed):
    torch.manual_seed(seed)
    points = torch.from_numpy(x).float()
    classes = torch.from_numpy(y)
    net = nn.Sequential(nn.Linear(2, 24), nn.ReLU(), nn.Linear(24, 3))
    optimizer = torch.optim.Adam(net.parameters(), lr=learning_rate)
    for _ in range(epochs):
        order = torch.randperm(len(points))
        for start in range(0, len(points), batch_size):
            rows = order[start : start + batch_size]
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(points[rows]), classes[rows]).backward()
            optimizer.step()
    return net
