# tries: to hang the compiler before a line is run
# import: time limit, memory limit, error, syntax error
# verdict: missing name
# returns: True


y = "x" * 10 ** 8 * 0 or (((1 << 10000) ** 9) ** 9) % 7 and 9 ** 9 ** 7
