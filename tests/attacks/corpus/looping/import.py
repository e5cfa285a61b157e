# tries: to loop while its file is run
# import: time limit
# verdict: missing name


while True:
    pass
