"""word2vec: words as vectors that predict their context."""

import numpy as np

from reference_impl.checks import check_shape

Array = np.ndarray


def cbow_loss(context: Array, target: int, W: Array, W_out: Array) -> tuple[float, Array, Array]:
    """Loss of predicting a word from the words around it (continuous bag of words), and its gradients.

    Parameters
    ----------
    context : ndarray of int, shape (C,)
        Indices of the words around; one that stands there twice counts twice.
    target : int
        Index of the word to predict.
    W : ndarray, shape (V, N)
        Its rows are the word vectors (W in the notes).
    W_out : ndarray, shape (N, V)
        Output layer (W' in the notes).

    Returns
    -------
    loss : float
        h = (1/C) sum_c W[context_c];  y = W_out^T h;  L = -y_target + log sum_j exp(y_j)
    dW : ndarray, shape (V, N)
        Each context word's row gets (1/C) W_out (p - onehot(target)), p = softmax(y).
    dW_out : ndarray, shape (N, V)
        h (p - onehot(target))^T

    Notes
    -----
    Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space".
    """
    context = np.asarray(context)
    check_shape("context", context, (None,))
    check_shape("W_out", W_out, W.shape[::-1])
    vocabulary = len(W)
    for name, words in (("context", context), ("target", np.atleast_1d(target))):
        if words.size == 0 or words.min() < 0 or words.max() >= vocabulary:
            raise ValueError(f"{name} should hold indices in [0, {vocabulary}), it holds {words.tolist()}")
    h = W[context].mean(axis=0)
    y = W_out.T @ h
    shifted = y - y.max()
    log_p = shifted - np.log(np.exp(shifted).sum())
    loss = -log_p[target]
    dy = np.exp(log_p)
    dy[target] -= 1
    dW = np.zeros_like(W)
    np.add.at(dW, context, W_out @ dy / len(context))
    dW_out = np.outer(h, dy)
    return float(loss), dW, dW_out
