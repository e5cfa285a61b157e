"""Each layer's input is the output of the one before; windows fit floor((H - k + 2P) / s) + 1 times."""


def solve(p):
    conv_out = (p.height - p.kernel + 2 * p.padding) // p.stride + 1
    pool_out = (conv_out - p.pool) // p.pool + 1
    inputs = p.channels * pool_out * pool_out  # every entry of every feature map
    return {"conv_out": conv_out, "pool_out": pool_out, "fc_parameters": p.classes * (inputs + 1)}
