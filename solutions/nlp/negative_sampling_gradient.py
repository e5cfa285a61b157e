"""(-log s(a))' = s(a) - 1 and (-log s(-a))' = s(a); every score is an inner product with h."""

answers = {}
answers["nlp/negative_sampling_gradient"] = {
    "loss": "-log(sigmoid(u @ h)) - sum(log(sigmoid(-(U @ h))))",
    "ds": "sigmoid(u @ h) - 1",
    "dn": "sigmoid(U @ h)",
    "dh": "ds * u + U.T @ dn",
    "du": "ds * h",
    "dU": "outer(dn, h)",
}
