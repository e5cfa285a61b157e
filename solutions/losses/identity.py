"""D = sum p (log p - log q) = -H + C, so C = H + D: entropy + relative entropy = cross entropy.

With q = 1/K, C = log K and D = log K - H. D(q || p) = -sum q log(p / q), so both ways together have the
weights p - q. Only -p_k log q_k contains q_k, whence dC/dq_k = -p_k / q_k.
"""

answers = {}
answers["losses/identity"] = {
    "H": "-sum(p * log(p))",
    "D": "sum(p * log(p / q))",
    "C": "H + D",
    "D_uniform": "log(K) - H",
    "both_ways": "sum((p - q) * log(p / q))",
    "dq": "-p / q",
}
