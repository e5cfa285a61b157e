"""Hierarchical softmax: a word's probability is a product of decisions on its way down a binary tree."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from reference_impl.activations import sigmoid
from reference_impl.checks import index, shaped

Array = np.ndarray


@dataclass(frozen=True)
class HuffmanTree:
    """A binary tree with the V words as leaves and V - 1 inner nodes; the last inner node is the root.

    Attributes
    ----------
    codes : tuple of str
        Each word's turns from the root on: "0" to the rarer of the two subtrees that were joined.
    paths : tuple of tuple of int
        The inner nodes at which these turns are taken; paths[w] is as long as codes[w].

    Notes
    -----
    Huffman 1952; as the tree of hierarchical softmax, Mikolov et al. 2013.
    """

    codes: tuple[str, ...]
    paths: tuple[tuple[int, ...], ...]


def huffman_tree(counts: Array) -> HuffmanTree:
    """Tree in which frequent words have short codes.

    Parameters
    ----------
    counts : ndarray, shape (V,)
        How often each word occurs; V >= 2.

    Returns
    -------
    HuffmanTree
        The two subtrees of the smallest counts are joined until one is left. So the mean code length
        sum_w counts_w |code_w| / sum_w counts_w is the smallest that a prefix code can have: at least
        the entropy of the words in bits, at most 1 above it, and less than 1 where no count is 0 (for
        counts [1, 0] the entropy is 0, and the length 1).

    Raises
    ------
    ValueError
        Unless counts are two or more, none negative.

    Notes
    -----
    Huffman 1952. Of equal counts the subtree made first is taken first. With two queues, O(V log V).
    """
    (counts,) = shaped(counts=(counts, "V"))
    if len(counts) < 2 or not (counts >= 0).all():
        raise ValueError(f"counts should be two or more, none negative; they are {counts.tolist()}")
    words, children = len(counts), _join_the_rarest(counts)
    codes: list[str] = [""] * (2 * words - 1)
    paths: list[tuple[int, ...]] = [()] * (2 * words - 1)
    for inner in reversed(range(words - 1)):  # from the root down
        for turn, child in zip("01", children[inner], strict=True):
            codes[child] = codes[words + inner] + turn
            paths[child] = (*paths[words + inner], inner)
    return HuffmanTree(codes=tuple(codes[:words]), paths=tuple(paths[:words]))


def _join_the_rarest(counts: Array) -> list[tuple[int, int]]:
    """Children of each inner node in the order of their making; leaf w is called w, inner node n is V + n."""
    weights = counts.tolist()  # of the leaves, then of the inner nodes
    leaves = deque(np.argsort(counts, kind="stable").tolist())
    inner: deque[int] = deque()  # their weights come out in ascending order: two queues are enough
    children = []

    def rarest() -> int:
        leaf_is_next = not inner or (leaves and weights[leaves[0]] <= weights[inner[0]])
        return (leaves if leaf_is_next else inner).popleft()

    for _ in range(len(counts) - 1):
        pair = rarest(), rarest()
        inner.append(len(weights))
        weights.append(weights[pair[0]] + weights[pair[1]])
        children.append(pair)
    return children


def mean_code_length(counts: Array, tree: HuffmanTree) -> float:
    """How many decisions a word takes on average: the cost of hierarchical softmax, where softmax has V.

    Parameters
    ----------
    counts : ndarray, shape (V,)
        How often each word occurs.
    tree : HuffmanTree
        Of these V words.

    Returns
    -------
    float
        sum_w p_w |code_w|, p_w = counts_w / sum_j counts_j. For V equally frequent words about log2 V.

    Raises
    ------
    ValueError
        Unless there is a count for each word of the tree, none negative and not all 0.

    Notes
    -----
    Huffman 1952; Cover and Thomas, Elements of Information Theory, section 5.1.
    """
    _check_tree(tree)
    (counts,) = shaped(counts=(counts, "V"))
    if len(counts) != len(tree.codes):
        raise ValueError(f"counts should have shape ({len(tree.codes)},), it has shape {counts.shape}")
    if not (counts >= 0).all() or not counts.sum() > 0:
        raise ValueError(f"counts should not be negative, nor all 0; they are {counts.tolist()}")
    p = counts / counts.sum()
    return float(p @ [len(code) for code in tree.codes])


def path_probability(h: Array, word: int, inner_vectors: Array, tree: HuffmanTree) -> float:
    """Probability of one word, given a hidden vector.

    Parameters
    ----------
    h : ndarray, shape (N,)
    word : int
    inner_vectors : ndarray, shape (V - 1, N)
        A vector v_n for each inner node; W' of the notes is not needed.
    tree : HuffmanTree

    Returns
    -------
    float
        p = prod over the turns of s(d v_n h), with d = +1 for "0" and -1 for "1". As s(-a) = 1 - s(a),
        the probabilities of all words sum to 1.

    Raises
    ------
    ValueError
        Unless word is a leaf of the tree, and inner_vectors have a row for each inner node.

    Notes
    -----
    Morin and Bengio 2005; Mikolov et al. 2013, "Distributed Representations of Words and Phrases".
    """
    h, inner_vectors = shaped(h=(h, "N"), inner_vectors=(inner_vectors, "I N"))
    nodes, directions = _turns(word, inner_vectors, tree)
    return float(np.prod(sigmoid(directions * (inner_vectors[nodes] @ h))))


def hierarchical_softmax_loss(
    h: Array, word: int, inner_vectors: Array, tree: HuffmanTree
) -> tuple[float, Array, Array]:
    """Loss of predicting a word by the tree, and its gradients.

    Parameters
    ----------
    h, inner_vectors : ndarray, shapes (N,), (V - 1, N)
    word : int
    tree : HuffmanTree
        All as for `path_probability`.

    Returns
    -------
    loss : float
        L = -log p(word | h) = -sum over the turns of log s(d v_n h)
    dh : ndarray, shape (N,)
        sum over the turns of (s(v_n h) - t) v_n, with t = 1 for "0" and 0 for "1"
    dinner_vectors : ndarray, shape (V - 1, N)
        Row n of a node on the path is (s(v_n h) - t) h, the others are 0. So a step costs about log2 V
        products, not V.

    Raises
    ------
    ValueError
        Unless word is a leaf of the tree, and inner_vectors have a row for each inner node.

    Notes
    -----
    Rong 2014, "word2vec Parameter Learning Explained", section 3.1.
    """
    h, inner_vectors = shaped(h=(h, "N"), inner_vectors=(inner_vectors, "I N"))
    nodes, directions = _turns(word, inner_vectors, tree)
    scores = inner_vectors[nodes] @ h
    loss = np.logaddexp(0, -directions * scores).sum()  # -log s(a) = log(1 + exp(-a)), without overflow
    dscores = sigmoid(scores) - (directions + 1) / 2
    dh = dscores @ inner_vectors[nodes]
    dinner_vectors = np.zeros_like(inner_vectors)
    dinner_vectors[nodes] = np.outer(dscores, h)  # no node is twice on a path
    return float(loss), dh, dinner_vectors


def _turns(word: int, inner_vectors: Array, tree: HuffmanTree) -> tuple[list[int], Array]:
    """Inner nodes on the way to a word, and +1 or -1 for each turn."""
    _check_tree(tree)
    word = index("word", word, below=len(tree.codes))
    if len(inner_vectors) != len(tree.codes) - 1:
        raise ValueError(
            f"inner_vectors should have shape ({len(tree.codes) - 1}, N), one row an inner node, "
            f"it has shape {inner_vectors.shape}"
        )
    directions = np.array([1.0 if turn == "0" else -1.0 for turn in tree.codes[word]])
    return list(tree.paths[word]), directions.astype(inner_vectors.dtype)


def _check_tree(tree: HuffmanTree) -> None:
    if not isinstance(tree, HuffmanTree):
        raise ValueError(f"tree should be a HuffmanTree, as of huffman_tree; it is {tree!r}")
