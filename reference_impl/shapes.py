"""Sizes: how large the output of a layer is, and how many parameters it has."""


def window_output_size(size: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    """Number of places at which a window fits along one side: convolution and pooling alike.

    Parameters
    ----------
    size, kernel, stride, padding : int
        Length of the input, of the window, of a step, and of the padding on each of both sides.

    Returns
    -------
    int
        floor((size - kernel + 2 padding) / stride) + 1

    Raises
    ------
    ValueError
        Where the window does not fit into the padded input.

    Notes
    -----
    CS231n, convolutional networks, "Spatial arrangement".
    """
    if kernel < 1 or stride < 1 or padding < 0:
        raise ValueError(
            "kernel and stride should be at least 1 and padding at least 0, "
            f"they are {kernel}, {stride} and {padding}"
        )
    if kernel > size + 2 * padding:
        raise ValueError(
            f"kernel {kernel} should fit into the padded input, which is {size + 2 * padding} long"
        )
    return (size - kernel + 2 * padding) // stride + 1


def conv_parameters(in_channels: int, out_channels: int, kernel_height: int, kernel_width: int) -> int:
    """Weights and biases of a convolution: F (C k_h k_w + 1)."""
    return out_channels * (in_channels * kernel_height * kernel_width + 1)


def fc_parameters(inputs: int, outputs: int) -> int:
    """Weights and biases of a fully connected layer: outputs (inputs + 1)."""
    return outputs * (inputs + 1)
