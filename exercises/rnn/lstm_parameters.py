"""How many parameters an RNN, an LSTM and a GRU have."""

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    inputs: int
    hidden: int
    classes: int


def draw(rng):
    inputs, hidden = rng.choice([20, 24, 32, 40, 48, 50, 64, 100, 128], size=2, replace=False)
    return Params(inputs=inputs, hidden=hidden, classes=rng.integers(5, 16))


exercise = Numeric(syllabus="rnn.lstm rnn.gru rnn.cell", difficulty=2, draw=draw)


@exercise.step(points=2, ge=1)
def rnn(p):
    return p.hidden * (p.inputs + p.hidden + 1)


@exercise.step(points=2, ge=1)
def lstm(p, rnn):
    return 4 * rnn


@exercise.step(points=2, ge=1)
def gru(p, rnn):
    return 3 * rnn


@exercise.step(points=1, ge=1)
def gru_two_biases(p, gru):
    return gru + 3 * p.hidden


@exercise.step(points=1, ge=1)
def lstm_with_output(p, lstm):
    return lstm + p.classes * (p.hidden + 1)


@exercise.misconception(of="rnn")
def recurrent_matrix_forgotten(p):
    return p.hidden * (p.inputs + 1)


@exercise.misconception(of="rnn")
def input_matrix_forgotten(p):
    return p.hidden * (p.hidden + 1)


@exercise.misconception(of="rnn")
def bias_forgotten(p):
    return p.hidden * (p.inputs + p.hidden)


@exercise.misconception(of="rnn")
def two_biases(p):
    return p.hidden * (p.inputs + p.hidden + 2)


@exercise.misconception(of="rnn", same_as="bias_forgotten")
def one_bias_in_all(p):
    return p.hidden * (p.inputs + p.hidden) + 1


@exercise.misconception(of="lstm")
def gates_without_candidate(p, rnn):
    return 3 * rnn


@exercise.misconception(of="lstm")
def five_for_the_cell_state(p, rnn):
    return 5 * rnn


@exercise.misconception(of="lstm")
def as_many_as_the_rnn(p, rnn):
    return rnn


@exercise.misconception(of="gru", same_as="gates_without_candidate")
def gru_without_candidate(p, rnn):
    return 2 * rnn


@exercise.misconception(of="gru")
def gru_like_the_lstm(p, rnn):
    return 4 * rnn


@exercise.misconception(of="gru", same_as="as_many_as_the_rnn")
def gru_like_the_rnn(p, rnn):
    return rnn


@exercise.misconception(of="gru_two_biases")
def second_bias_once(p, gru):
    return gru + p.hidden


@exercise.misconception(of="gru_two_biases")
def all_biases_added_again(p, gru):
    return gru + 6 * p.hidden


@exercise.misconception(of="lstm_with_output")
def output_bias_forgotten(p, lstm):
    return lstm + p.classes * p.hidden


@exercise.misconception(of="lstm_with_output")
def output_from_both_states(p, lstm):
    return lstm + p.classes * (2 * p.hidden + 1)
