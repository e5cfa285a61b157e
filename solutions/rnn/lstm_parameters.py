"""One set has U (H x D), W (H x H) and b (H): H (D + H + 1) parameters. An LSTM has four sets (three gates
and the candidate), a GRU three (two gates and the candidate); a second bias adds H to each set.
"""


def solve(p):
    D, H = p.inputs, p.hidden
    one_set = H * D + H * H + H
    lstm, gru = 4 * one_set, 3 * one_set
    return {
        "rnn": one_set,
        "lstm": lstm,
        "gru": gru,
        "gru_two_biases": gru + 3 * H,
        "lstm_with_output": lstm + p.classes * H + p.classes,
    }
