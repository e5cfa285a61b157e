"""Recurrent cells and sequences; torch.rnn_tanh, lstm and gru are what nn.RNN, nn.LSTM and nn.GRU call."""

import torch

from reference_impl import gru, lstm, rnn
from tests.reference_impl.oracle.row import Row, Sampler, layer, value


def draw_weights(s: Sampler, d, h, gates, *biases):
    # 10 saturates the gates; the recurrent weights stay small, so that long sequences do not become chaotic
    weights = {"Wx": s.normal(d, gates * h, scale=s.one_of(1, 10)), "Wh": s.normal(h, gates * h)}
    return weights | {bias: s.normal(gates * h) for bias in biases}


def draw_step(gates, states, *biases):
    def draw(s: Sampler):
        n, d, h = s.sizes((1, 4), (1, 4), (1, 4))
        before = {state: s.normal(n, h) for state in states}
        return {"x": s.normal(n, d), **before, **draw_weights(s, d, h, gates, *biases)}

    return draw


def draw_sequence(gates, *biases):
    def draw(s: Sampler):
        n, t, d, h = s.sizes((1, 3), (1, 4), (1, 4), (1, 4))
        return {"x": s.normal(n, t, d), "h0": s.normal(n, h), **draw_weights(s, d, h, gates, *biases)}

    return draw


def torch_rnn_step(x, prev_h, Wx, Wh, b):
    return [torch.rnn_tanh_cell(x, prev_h, Wx.T, Wh.T, b, torch.zeros_like(b))]


def torch_rnn(x, h0, Wx, Wh, b):
    weights = [Wx.T, Wh.T, b, torch.zeros_like(b)]
    return [torch.rnn_tanh(x, h0[None], weights, True, 1, 0.0, True, False, True)[0]]


def in_torch_order(*weights):
    """torch has the gates of the LSTM in the order i, f, g, o; CS231n, and we, in the order i, f, o, g."""
    reordered = []
    for w in weights:
        i, f, o, g = w.chunk(4, dim=-1)
        reordered.append(torch.cat([i, f, g, o], dim=-1))
    return reordered


def ordered_lstm_step(x, prev_h, prev_c, Wx, Wh, b):
    return torch.lstm_cell(x, (prev_h, prev_c), Wx.T, Wh.T, b, torch.zeros_like(b))


def torch_lstm_step(x, prev_h, prev_c, Wx, Wh, b):
    return ordered_lstm_step(x, prev_h, prev_c, *in_torch_order(Wx, Wh, b))


def ordered_lstm(x, h0, Wx, Wh, b):
    weights = [Wx.T, Wh.T, b, torch.zeros_like(b)]
    states = (h0[None], torch.zeros_like(h0)[None])
    return [torch.lstm(x, states, weights, True, 1, 0.0, True, False, True)[0]]


def torch_lstm(x, h0, Wx, Wh, b):
    return ordered_lstm(x, h0, *in_torch_order(Wx, Wh, b))


def torch_gru_step(x, prev_h, Wx, Wh, bx, bh):
    return [torch.gru_cell(x, prev_h, Wx.T, Wh.T, bx, bh)]


def torch_gru(x, h0, Wx, Wh, bx, bh):
    return [torch.gru(x, h0[None], [Wx.T, Wh.T, bx, bh], True, 1, 0.0, True, False, True)[0]]


# --- how the last state depends on the first -----------------------------------------------------


def draw_one_sample(s: Sampler):
    return draw_sequence(1, "b")(s) | {"sample": 0}


def state_jacobian(x, h0, Wx, Wh, b, sample):
    h, _ = rnn.rnn_forward(x, h0, Wx, Wh, b)
    return rnn.state_jacobian(h[sample], Wh)


def torch_state_jacobian(x, h0, Wx, Wh, b, sample):
    def last(state):
        return torch_rnn(x[[sample]], state[None], Wx, Wh, b)[0][0, -1]

    return [torch.autograd.functional.jacobian(last, h0[sample]).T]


RNN = {
    "rnn_step": Row(
        covers=("rnn.rnn_step_forward", "rnn.rnn_step_backward"),
        draw=draw_step(1, ["prev_h"], "b"),
        ours=layer(rnn.rnn_step_forward, rnn.rnn_step_backward, "x", "prev_h", "Wx", "Wh", "b"),
        torch=torch_rnn_step,
        wrt=("x", "prev_h", "Wx", "Wh", "b"),
    ),
    "rnn": Row(
        covers=("rnn.rnn_forward", "rnn.rnn_backward"),
        draw=draw_sequence(1, "b"),
        ours=layer(rnn.rnn_forward, rnn.rnn_backward, "x", "h0", "Wx", "Wh", "b"),
        torch=torch_rnn,
        wrt=("x", "h0", "Wx", "Wh", "b"),
    ),
    "state_jacobian": Row(
        covers=("rnn.state_jacobian",),
        draw=draw_one_sample,
        ours=value(state_jacobian),
        torch=torch_state_jacobian,
    ),
    "lstm_step": Row(
        covers=("lstm.lstm_step_forward", "lstm.lstm_step_backward"),
        draw=draw_step(4, ["prev_h", "prev_c"], "b"),
        ours=layer(lstm.lstm_step_forward, lstm.lstm_step_backward, "x", "prev_h", "prev_c", "Wx", "Wh", "b"),
        torch=torch_lstm_step,
        wrt=("x", "prev_h", "prev_c", "Wx", "Wh", "b"),
        upstreams=2,
    ),
    "lstm": Row(
        covers=("lstm.lstm_forward", "lstm.lstm_backward"),
        draw=draw_sequence(4, "b"),
        ours=layer(lstm.lstm_forward, lstm.lstm_backward, "x", "h0", "Wx", "Wh", "b"),
        torch=torch_lstm,
        wrt=("x", "h0", "Wx", "Wh", "b"),
    ),
    "gru_step": Row(
        covers=("gru.gru_step_forward", "gru.gru_step_backward"),
        draw=draw_step(3, ["prev_h"], "bx", "bh"),
        ours=layer(gru.gru_step_forward, gru.gru_step_backward, "x", "prev_h", "Wx", "Wh", "bx", "bh"),
        torch=torch_gru_step,
        wrt=("x", "prev_h", "Wx", "Wh", "bx", "bh"),
    ),
    "gru": Row(
        covers=("gru.gru_forward", "gru.gru_backward"),
        draw=draw_sequence(3, "bx", "bh"),
        ours=layer(gru.gru_forward, gru.gru_backward, "x", "h0", "Wx", "Wh", "bx", "bh"),
        torch=torch_gru,
        wrt=("x", "h0", "Wx", "Wh", "bx", "bh"),
    ),
}
