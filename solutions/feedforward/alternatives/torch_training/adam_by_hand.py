"""Gradients by torch.autograd.grad, and Adam written out, its running means corrected for their start."""

import torch
import torch.nn.functional as F


class Net(torch.nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = torch.nn.ModuleList()
        for k in range(1, len(sizes)):
            self.layers.append(torch.nn.Linear(sizes[k - 1], sizes[k]))

    def forward(self, x):
        *hidden, last = self.layers
        for layer in hidden:
            x = F.leaky_relu(layer(x), 0.1)
        return last(x)


class Adam:
    def __init__(self, parameters, lr):
        self.parameters, self.lr, self.t = list(parameters), lr, 0
        self.m = [torch.zeros_like(w) for w in self.parameters]
        self.v = [torch.zeros_like(w) for w in self.parameters]

    @torch.no_grad()
    def step(self, gradients):
        self.t += 1
        for w, g, m, v in zip(self.parameters, gradients, self.m, self.v, strict=True):
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            w -= self.lr * (m / (1 - 0.9**self.t)) / ((v / (1 - 0.999**self.t)).sqrt() + 1e-8)


def train(x, y, learning_rate, epochs, batch_size, seed):
    generator = torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    data = torch.cat([torch.from_numpy(x), torch.from_numpy(y)[:, None].double()], dim=1).float()
    net = Net([2, 32, 32, 3])
    optimizer = Adam(net.parameters(), lr=learning_rate / 2)
    for _ in range(2 * epochs):
        mixed = data[torch.randperm(len(data), generator=generator)]
        for batch in mixed.chunk(-(-len(data) // batch_size)):
            loss = F.nll_loss(F.log_softmax(net(batch[:, :2]), dim=-1), batch[:, 2].long())
            optimizer.step(torch.autograd.grad(loss, optimizer.parameters))
    return net
