"""Two linear layers give all four blocks at once; sigmoid for the gates, tanh for the candidate, then

c = f c_prev + i g and h = o tanh(c). Autograd finds every gradient.
"""

import torch
from torch import nn


class LSTMCell(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.input = nn.Linear(d, 4 * h)
        self.recurrent = nn.Linear(h, 4 * h, bias=False)

    def forward(self, x, prev_h, prev_c):
        a = self.input(x) + self.recurrent(prev_h)
        i, f, o, g = torch.split(a, prev_h.shape[1], dim=1)
        next_c = torch.sigmoid(f) * prev_c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(next_c), next_c
