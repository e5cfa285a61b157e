# tries: to fill the grader's memory by its answers
# import: none
# verdict: missing name
# answers: fault


answers = {str(i): [0.5] * 1000 for i in range(1000)}
