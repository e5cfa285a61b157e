"""Layer by layer: floor((H - k + 2P) / s) + 1 for each side, then count what is connected to what."""


def solve(p):
    one, two = p.conv1, p.conv2
    conv1_out = p.size - one.side + 2 * one.padding + 1
    pool1_out = (conv1_out - p.pool) // 2 + 1
    conv2_out = pool1_out - two.side + 1
    pool2_out = (conv2_out - p.pool) // 2 + 1
    flattened = two.kernels * pool2_out * pool2_out
    conv1_parameters = one.kernels * (p.channels * one.side**2 + 1)
    conv2_parameters = two.kernels * (one.kernels * two.side**2 + 1)
    return {
        "conv1_out": conv1_out,
        "pool1_out": pool1_out,
        "conv2_out": conv2_out,
        "pool2_out": pool2_out,
        "flattened": flattened,
        "conv_parameters": conv1_parameters + conv2_parameters,
        "fc_parameters": p.hidden * (flattened + 1) + p.classes * (p.hidden + 1),
    }
