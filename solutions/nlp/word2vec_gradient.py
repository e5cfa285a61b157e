"""loss = log sum exp y - t^T y, so dy = softmax(y) - t; each layer's weights get input times gradient."""

answers = {}
answers["nlp/word2vec_gradient"] = {
    "h": "W.T @ x",
    "y": "W_out.T @ h",
    "loss": "log(sum(exp(y))) - t @ y",
    "dy": "softmax(y) - t",
    "dW_out": "outer(h, dy)",
    "dh": "W_out @ dy",
    "dW": "outer(x, dh)",
}
