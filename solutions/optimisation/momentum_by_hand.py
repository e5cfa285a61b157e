"""f'(w) = 2 a (w - c); twice v <- mu v - eta f'(w), w <- w + v."""


def solve(p):
    def slope(w):
        return 2 * p.a * (w - p.c)

    v1 = -p.rate * slope(p.w)
    w1 = p.w + v1
    v2 = p.momentum * v1 - p.rate * slope(w1)
    return {"v1": v1, "w1": w1, "g2": slope(w1), "v2": v2, "w2": w1 + v2}
