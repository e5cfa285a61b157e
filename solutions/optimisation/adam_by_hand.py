"""Two steps of the recursion; the corrected moments of step 1 are g1 and g1^2."""


def solve(p):
    m1, v1 = (1 - p.beta1) * p.g1, (1 - p.beta2) * p.g1**2
    w1 = p.w - p.rate * (m1 / (1 - p.beta1)) / (v1 / (1 - p.beta2)) ** 0.5
    m2 = p.beta1 * m1 + (1 - p.beta1) * p.g2
    v2 = p.beta2 * v1 + (1 - p.beta2) * p.g2**2
    m_hat, v_hat = m2 / (1 - p.beta1**2), v2 / (1 - p.beta2**2)
    w2 = w1 - p.rate * m_hat / v_hat**0.5
    return {"w1": w1, "m2": m2, "v2": v2, "m_hat": m_hat, "v_hat": v_hat, "w2": w2}
