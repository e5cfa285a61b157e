"""Each head gets the gradient of its own term; the features feed both heads, so they get the sum.

ds = softmax(s) - y           (softmax and cross entropy together)
db = 2 a (b - t)
s = V h gives dV = ds h^T and sends V^T ds back; likewise b = W h.
"""

answers = {}
answers["vision/localisation_gradient"] = {
    "ds": "softmax(s) - y",
    "db": "2 * a * (b - t)",
    "dV": "outer(ds, h)",
    "dW": "outer(db, h)",
    "dh": "V.T @ ds + W.T @ db",
}
