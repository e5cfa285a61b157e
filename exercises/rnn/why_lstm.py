"""Why an LSTM overcomes vanishing gradients, in a few sentences."""

from exercises.kit import Written

exercise = Written(
    rubric={"cause": 2, "derivative": 2, "gate_near_one": 2, "limits": 1},
    syllabus="rnn.lstm_gradient rnn.vanishing rnn.lstm_memory",
    difficulty=2,
    longest=1200,
)
