"""The steps of computing one LSTM step, in order."""

from exercises.kit import Order

exercise = Order(
    syllabus="rnn.lstm",
    difficulty=1,
    points=4,
    items="sums gates candidate forget write squash show hand_on",
    after={
        "gates": "sums",
        "candidate": "sums",
        "forget": "gates",
        "write": "forget candidate",
        "squash": "write",
        "show": "squash",
        "hand_on": "show",
    },
)
exercise.misconception(
    hidden_state_before_the_cell="squash show write",
    gates_after_the_cell="forget write gates",
    cell_from_the_new_hidden_state="show squash",
)
