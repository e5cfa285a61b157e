"""word2vec: words as vectors that predict their context."""

import numpy as np

from reference_impl.activations import softmax
from reference_impl.checks import index, indices, shaped

Array = np.ndarray


def word2vec_forward(x: Array, W: Array, W_out: Array) -> tuple[Array, Array, Array]:
    """The network of word2vec: two fully connected layers without activation, then softmax.

    Parameters
    ----------
    x : ndarray, shape (V,)
        One-hot code of the word that is given, or the mean of several words' codes (CBOW).
    W : ndarray, shape (V, N)
        First layer (W in the notes); row k is the vector of word k.
    W_out : ndarray, shape (N, V)
        Output layer (W' in the notes).

    Returns
    -------
    h : ndarray, shape (N,)
        h = W^T x: of a one-hot code a row of W, of a mean of codes the mean of rows.
    y : ndarray, shape (V,)
        Scores, y = W'^T h.
    p : ndarray, shape (V,)
        p_k = exp(y_k) / sum_j exp(y_j), the probability of each word.

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    The course's notes, Word2Vec; Rong 2014, "word2vec Parameter Learning Explained", section 1.1.
    """
    x, W, W_out = shaped(x=(x, "V"), W=(W, "V N"), W_out=(W_out, "N V"))
    h = W.T @ x
    y = W_out.T @ h
    p = softmax(y[np.newaxis])[0]
    return h, y, p


def word2vec_loss(word: int, target: int, W: Array, W_out: Array) -> tuple[float, Array, Array]:
    """Loss of predicting one word from one other word, and its gradients.

    Parameters
    ----------
    word, target : int
        Indices of the word that is given and of the word to predict.
    W : ndarray, shape (V, N)
        First layer; row k is the vector of word k (W in the notes).
    W_out : ndarray, shape (N, V)
        Output layer (W' in the notes).

    Returns
    -------
    loss : float
        h = W^T x = W[word], with x the one-hot code of word;  y = W_out^T h;
        L = -y_target + log sum_j exp(y_j)
    dW : ndarray, shape (V, N)
        x (W_out dy)^T: only the row of word is not 0.  dy = softmax(y) - onehot(target)
    dW_out : ndarray, shape (N, V)
        h dy^T

    Raises
    ------
    ValueError
        Where shapes do not fit each other, or an index is no word.

    Notes
    -----
    Rong 2014, "word2vec Parameter Learning Explained", section 1.1.
    """
    W, W_out = shaped(W=(W, "V N"), W_out=(W_out, "N V"))
    word, target = index("word", word, below=len(W)), index("target", target, below=len(W))
    h = W[word]
    y = W_out.T @ h
    log_sum_exp = y.max() + np.log(np.exp(y - y.max()).sum())  # the shift keeps exp from overflowing
    loss = -y[target] + log_sum_exp
    dy = np.exp(y - log_sum_exp)
    dy[target] -= 1
    dW = np.zeros_like(W)
    dW[word] = W_out @ dy
    dW_out = np.outer(h, dy)
    return float(loss), dW, dW_out


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

    Raises
    ------
    ValueError
        Where shapes do not fit each other, or an index is no word.

    Notes
    -----
    Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space".
    """
    W, W_out = shaped(W=(W, "V N"), W_out=(W_out, "N V"))
    context, target = indices("context", context, below=len(W)), index("target", target, below=len(W))
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


def skip_gram_loss(center: int, context: Array, W: Array, W_out: Array) -> tuple[float, Array, Array]:
    """Loss of predicting the words around a word from it (skip-gram), and its gradients.

    Parameters
    ----------
    center : int
        Index of the word in the middle.
    context : ndarray of int, shape (C,)
        Indices of the words around; one that stands there twice counts twice.
    W : ndarray, shape (V, N)
        Its rows are the word vectors (W in the notes).
    W_out : ndarray, shape (N, V)
        Output layer (W' in the notes).

    Returns
    -------
    loss : float
        h = W[center];  y = W_out^T h;  L = sum_c (-y_{context_c} + log sum_j exp(y_j)), a SUM over the
        context
    dW : ndarray, shape (V, N)
        Only the row of center is not 0: W_out dy.  dy = sum_c (softmax(y) - onehot(context_c))
    dW_out : ndarray, shape (N, V)
        h dy^T

    Raises
    ------
    ValueError
        Where shapes do not fit each other, or an index is no word.

    Notes
    -----
    Rong 2014, "word2vec Parameter Learning Explained", section 2; CS224n sums over the context too.
    """
    W, W_out = shaped(W=(W, "V N"), W_out=(W_out, "N V"))
    center, context = index("center", center, below=len(W)), indices("context", context, below=len(W))
    h = W[center]
    y = W_out.T @ h
    log_sum_exp = y.max() + np.log(np.exp(y - y.max()).sum())  # the shift keeps exp from overflowing
    loss = np.sum(log_sum_exp - y[context])
    dy = len(context) * np.exp(y - log_sum_exp)
    np.subtract.at(dy, context, 1)
    dW = np.zeros_like(W)
    dW[center] = W_out @ dy
    dW_out = np.outer(h, dy)
    return float(loss), dW, dW_out


def naive_softmax_loss(
    center_word_vec: Array, outside_word_idx: int, outside_vectors: Array
) -> tuple[float, Array, Array]:
    """Loss of predicting one outside word from the centre word's vector, in CS224n's layout.

    Parameters
    ----------
    center_word_vec : ndarray, shape (N,)
        v_c: h in the notes.
    outside_word_idx : int
        o, the word that stands outside.
    outside_vectors : ndarray, shape (V, N)
        Its rows are the outside vectors u_w: U^T in CS224n's handout, W'^T in the notes.

    Returns
    -------
    loss : float
        L = -log p_o,  p_w = exp(u_w v_c) / sum_j exp(u_j v_c)
    dcenter : ndarray, shape (N,)
        sum_w (p_w - [w = o]) u_w
    doutside : ndarray, shape (V, N)
        (p - onehot(o)) v_c^T

    Raises
    ------
    ValueError
        Where shapes do not fit each other, or an index is no word.

    Notes
    -----
    CS224n, assignment "word2vec", `naive_softmax_loss_and_gradient`.
    """
    v, U = shaped(center_word_vec=(center_word_vec, "N"), outside_vectors=(outside_vectors, "V N"))
    o = index("outside_word_idx", outside_word_idx, below=len(U))
    scores = U @ v
    shifted = scores - scores.max()  # p is unchanged, and exp cannot overflow
    log_p = shifted - np.log(np.exp(shifted).sum())
    loss = -log_p[o]
    dscores = np.exp(log_p)
    dscores[o] -= 1
    return float(loss), U.T @ dscores, np.outer(dscores, v)
