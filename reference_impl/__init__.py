"""The course in NumPy: one module a topic, each function its formula, forward and backward.

Arrays are float64 unless they come as float32. What is no number, or has another shape than the docstring
says, is refused by a ValueError that names the argument; a section "Raises" says what else is.
"""
