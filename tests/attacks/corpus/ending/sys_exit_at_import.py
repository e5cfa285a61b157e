# tries: to end its file as if all were well
# import: error
# verdict: missing name


raise SystemExit(0)
