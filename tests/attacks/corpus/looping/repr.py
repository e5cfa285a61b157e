# tries: to loop while its error is told
# verdict: time limit


def attack(x):
    class Wrong(Exception):
        def __str__(self):
            while True:
                pass
    raise Wrong
