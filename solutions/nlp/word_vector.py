"""x has a single 1, so h = W^T x is row k of W (V, N): the word's vector, of N dimensions.

One-hot codes, scores and probabilities have V dimensions; W has only N columns, and W' only N rows.
"""

right = {"row_of_first_layer", "hidden_code", "by_rows_of_first", "embedding_size"}
