"""Sizes: how large a layer's output is, what it sees of the input, how many parameters it has."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reference_impl.checks import at_least, keys, listed


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
        Where the window does not fit into the padded input; unless all are integers, padding at least 0, the
        others at least 1.

    Notes
    -----
    CS231n, convolutional networks, "Spatial arrangement".
    """
    at_least(1, size=size, kernel=kernel, stride=stride)
    at_least(0, padding=padding)
    if kernel > size + 2 * padding:
        raise ValueError(
            f"kernel {kernel} should fit into the padded input, which is {size + 2 * padding} long"
        )
    return (size - kernel + 2 * padding) // stride + 1


def receptive_field(layers: Sequence[Mapping[str, int]]) -> int:
    """Side of the part of the input that one output of a stack of layers depends on.

    Parameters
    ----------
    layers : list of dict
        kernel and stride of each convolution or pooling, from the input on. Padding changes nothing.

    Returns
    -------
    int
        r = 1 + sum_l (k_l - 1) s_1 ... s_{l-1}

    Raises
    ------
    ValueError
        Unless layers is a list of dicts with both keys, integers of at least 1.

    Notes
    -----
    Araujo, Norris and Sim 2019, "Computing Receptive Fields of Convolutional Neural Networks".
    """
    field, step = 1, 1  # step: how far apart in the input two neighbours of this layer lie
    for layer in listed("layers", layers):
        keys("every layer of layers", layer, ("kernel", "stride"))
        at_least(1, kernel=layer["kernel"], stride=layer["stride"])
        field += (layer["kernel"] - 1) * step
        step *= layer["stride"]
    return field


def conv_parameters(in_channels: int, out_channels: int, kernel_height: int, kernel_width: int) -> int:
    """Weights and biases of a convolution.

    Parameters
    ----------
    in_channels, out_channels, kernel_height, kernel_width : int
        C, F, k_h and k_w.

    Returns
    -------
    int
        F (C k_h k_w + 1): each of F kernels sees all channels and has one bias.

    Raises
    ------
    ValueError
        Unless all are integers of at least 1.

    Notes
    -----
    CS231n, convolutional networks, "Parameter Sharing".
    """
    at_least(1, in_channels=in_channels, out_channels=out_channels)
    at_least(1, kernel_height=kernel_height, kernel_width=kernel_width)
    return out_channels * (in_channels * kernel_height * kernel_width + 1)


def fc_parameters(inputs: int, outputs: int) -> int:
    """Weights and biases of a fully connected layer.

    Parameters
    ----------
    inputs, outputs : int

    Returns
    -------
    int
        outputs (inputs + 1)

    Raises
    ------
    ValueError
        Unless all are integers of at least 1.

    Notes
    -----
    CS231n, neural networks, "Neural Network architectures".
    """
    at_least(1, inputs=inputs, outputs=outputs)
    return outputs * (inputs + 1)


def fc_stack_parameters(widths: Sequence[int]) -> int:
    """Weights and biases of a stack of fully connected layers.

    Parameters
    ----------
    widths : list of int
        Every width from the input to the output.

    Returns
    -------
    int
        sum_l n_{l+1} (n_l + 1)

    Raises
    ------
    ValueError
        Unless there are two widths or more, integers of at least 1.

    Notes
    -----
    CS231n, neural networks, "Neural Network architectures".
    """
    if len(listed("widths", widths)) < 2:
        raise ValueError(f"widths should hold the input's and the output's at least, it is {list(widths)}")
    return sum(fc_parameters(inputs, outputs) for inputs, outputs in pairwise(widths))


def rnn_parameters(inputs: int, hidden: int) -> int:
    """Weights and biases of a recurrent layer.

    Parameters
    ----------
    inputs, hidden : int
        D and H.

    Returns
    -------
    int
        H (D + H + 1): Wx (D, H), Wh (H, H) and one bias.

    Raises
    ------
    ValueError
        Unless all are integers of at least 1.

    Notes
    -----
    The shapes of CS231n, assignment 3; PyTorch has two biases, H more.
    """
    at_least(1, inputs=inputs, hidden=hidden)
    return hidden * (inputs + hidden + 1)


def lstm_parameters(inputs: int, hidden: int) -> int:
    """Weights and biases of an LSTM layer.

    Parameters
    ----------
    inputs, hidden : int
        D and H.

    Returns
    -------
    int
        4 H (D + H + 1): three gates and the candidate, one bias each.

    Raises
    ------
    ValueError
        Unless all are integers of at least 1.

    Notes
    -----
    The shapes of CS231n, assignment 3; PyTorch has two biases, 4 H more.
    """
    return 4 * rnn_parameters(inputs, hidden)


def gru_parameters(inputs: int, hidden: int) -> int:
    """Weights and biases of a GRU layer.

    Parameters
    ----------
    inputs, hidden : int
        D and H.

    Returns
    -------
    int
        3 H (D + H + 1): two gates and the candidate, one bias each.

    Raises
    ------
    ValueError
        Unless all are integers of at least 1.

    Notes
    -----
    Cho et al. 2014; PyTorch has two biases, 3 H more.
    """
    return 3 * rnn_parameters(inputs, hidden)
