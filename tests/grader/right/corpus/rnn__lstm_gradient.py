# exercise: rnn/lstm_gradient
# style: superscripts, factored differences, earlier steps written out
answers = {}
answers["rnn/lstm_gradient"] = {
    "do": "tanh(c) × dh",
    "dc": "dc_next + dh·o·(1 − tanh(c)²)",
    "di": "g*(dc_next + dh*o*(1-tanh(c))*(1+tanh(c)))",
    "dg": "（dc）＊（i）",
    "df": "dc * (c - i*g) / f",
    "dc_prev": "f*dc_next + f*o*dh*(1 - tanh(c)^2)",
}
