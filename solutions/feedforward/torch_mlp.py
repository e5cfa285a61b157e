"""s = W2 relu(W1 x + b1) + b2. `torch.nn.Linear` holds W and b, and autograd finds every gradient:

ds/dW1 goes back through W2 and through relu, whose derivative is 1 where W1 x + b1 > 0, else 0.
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, d, h, c):
        super().__init__()
        self.hidden = nn.Linear(d, h)
        self.output = nn.Linear(h, c)

    def forward(self, x):
        return self.output(torch.relu(self.hidden(x)))
