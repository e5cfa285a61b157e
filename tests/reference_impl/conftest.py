"""PyTorch on one thread: the arrays are tiny, and other tests run beside these."""

import torch

torch.set_num_threads(1)
