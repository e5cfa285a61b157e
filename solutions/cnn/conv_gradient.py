"""Write the outputs out, the padded zeros left away:

    y1 =         w2 x1 + w3 x2 + b
    y2 = w1 x2 + w2 x3 + w3 x4 + b
    y3 = w1 x4 + w2 x5         + b

The gradient of anything on the right is the sum of dy times its coefficient over the lines where it stands.
"""

answers = {}
answers["cnn/conv_gradient"] = {
    "y1": "w2 * x1 + w3 * x2 + b",
    "y2": "w1 * x2 + w2 * x3 + w3 * x4 + b",
    "dw1": "dy2 * x2 + dy3 * x4",
    "dw2": "dy1 * x1 + dy2 * x3 + dy3 * x5",
    "db": "dy1 + dy2 + dy3",
    "dx2": "dy1 * w3 + dy2 * w1",
    "dx3": "dy2 * w2",
}
