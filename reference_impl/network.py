"""A network of two fully connected layers, end to end: backpropagation in one screen."""

import numpy as np

from reference_impl.activations import relu_backward, relu_forward
from reference_impl.checks import like, number, of_forward, shaped
from reference_impl.feedforward import affine_backward, affine_forward
from reference_impl.losses import softmax_loss

Array = np.ndarray


def two_layer_forward(x: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, tuple]:
    """Scores of an affine - relu - affine network.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    W1, b1 : ndarray, shapes (D, H), (H,)
    W2, b2 : ndarray, shapes (H, C), (C,)

    Returns
    -------
    scores : ndarray, shape (N, C)
        max(0, x W1 + b1) W2 + b2
    cache : tuple
        For `two_layer_backward`.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    CS231n, assignment 1, `TwoLayerNet`.
    """
    shaped(x=(x, "N D"), W1=(W1, "D H"), b1=(b1, "H"), W2=(W2, "H C"), b2=(b2, "C"))
    a, first_cache = affine_forward(x, W1, b1)
    h, relu_cache = relu_forward(a)
    scores, second_cache = affine_forward(h, W2, b2)
    return scores, (first_cache, relu_cache, second_cache)


def two_layer_backward(dscores: Array, cache: tuple) -> tuple[Array, Array, Array, Array, Array]:
    """Backpropagation: the layers' gradients in the opposite order, each handed the one behind it.

    Parameters
    ----------
    dscores : ndarray, shape (N, C)
        Upstream gradient.
    cache : tuple
        Of `two_layer_forward`.

    Returns
    -------
    dx, dW1, db1, dW2, db2 : ndarray, shapes (N, D), (D, H), (H,), (H, C), (C,)
        With h the hidden units and [h > 0] where they are on: dW2 = h^T dscores, da = (dscores W2^T) [h > 0],
        dW1 = x^T da, dx = da W1^T; db1 and db2 sum da and dscores over the batch.

    Raises
    ------
    ValueError
        Unless dscores has the shape of the scores.

    Notes
    -----
    CS231n, "Putting it together: Minimal Neural Network Case Study"; Rumelhart, Hinton and Williams 1986.
    """
    first_cache, relu_cache, second_cache = of_forward("two_layer_forward", cache, 3)
    h, _, b2 = second_cache
    dscores = like("dscores", dscores, (len(h), len(b2)))
    dh, dW2, db2 = affine_backward(dscores, second_cache)
    da = relu_backward(dh, relu_cache)
    dx, dW1, db1 = affine_backward(da, first_cache)
    return dx, dW1, db1, dW2, db2


def two_layer_loss(
    x: Array, y: Array, W1: Array, b1: Array, W2: Array, b2: Array, reg: float
) -> tuple[float, Array, Array, Array, Array]:
    """Full loss of the two-layer network, and the gradients of its parameters.

    Parameters
    ----------
    x, y : ndarray, shapes (N, D), (N,)
        Samples and correct classes, 0 <= y < C.
    W1, b1, W2, b2 : ndarray, shapes (D, H), (H,), (H, C), (C,)
    reg : float
        Strength of the L2 penalty, at least 0; biases are not penalised.

    Returns
    -------
    loss : float
        L = softmax loss of the scores + reg (sum W1^2 + sum W2^2)
    dW1, db1, dW2, db2 : ndarray, shapes of the parameters
        The data loss's gradients by backpropagation; dW1 and dW2 also have 2 reg W1 and 2 reg W2.

    Raises
    ------
    ValueError
        Where shapes do not fit each other, a label is no class, or reg is negative.

    Notes
    -----
    CS231n, "Putting it together: Minimal Neural Network Case Study" (there the penalty has a factor 1/2).
    """
    number("reg", reg, "[0, inf)")
    scores, cache = two_layer_forward(x, W1, b1, W2, b2)
    data_loss, dscores = softmax_loss(scores, y)
    _, dW1, db1, dW2, db2 = two_layer_backward(dscores, cache)
    loss = data_loss + reg * (np.sum(np.square(W1)) + np.sum(np.square(W2)))
    dW1 = dW1 + 2 * reg * np.asarray(W1)
    dW2 = dW2 + 2 * reg * np.asarray(W2)
    return float(loss), dW1, db1, dW2, db2
