"""A data set, a loader that shuffles, a module of our own; momentum, with steps that fall along a cosine."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Spiral(nn.Module):
    def __init__(self, units):
        super().__init__()
        self.first, self.second, self.last = nn.Linear(2, units), nn.Linear(units, units), nn.Linear(units, 3)

    def forward(self, x):
        return self.last(torch.tanh(self.second(torch.tanh(self.first(2 * x)))))


def train(x, y, learning_rate, epochs, batch_size, seed):
    torch.manual_seed(seed)
    samples = TensorDataset(torch.as_tensor(x, dtype=torch.float32), torch.as_tensor(y))
    loader = DataLoader(samples, batch_size=batch_size, shuffle=True)
    net = Spiral(32)
    criterion = nn.CrossEntropyLoss()
    rounds = 2 * epochs
    optimizer = torch.optim.SGD(net.parameters(), lr=2 * learning_rate, momentum=0.9, nesterov=True)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=rounds)
    net.train()
    for _ in range(rounds):
        for points, classes in loader:
            loss = criterion(net(points), classes)
            net.zero_grad(set_to_none=False)
            loss.backward()
            optimizer.step()
        schedule.step()
    return net
