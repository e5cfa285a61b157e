"""Each step needs what comes before it: sums, then gates and candidate (in either order), then the cell
state from its old and its new part, then the hidden state, and both go on.
"""

order = ["sums", "gates", "candidate", "forget", "write", "squash", "show", "hand_on"]
