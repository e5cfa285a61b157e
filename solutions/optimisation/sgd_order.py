"""Once: w and v. Every epoch: shuffle. Every batch: loss, gradient, velocity, parameters. Then judge."""

order = [
    "initialise",
    "rest",
    "shuffle",
    "batch",
    "forward",
    "backward",
    "velocity",
    "weights",
    "validate",
]
