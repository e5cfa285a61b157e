# tries: to loop when its result is let go
# verdict: time limit
# returns: type(y) is Unreadable
# spoils: itself


def attack(x):
    class Stay:
        def __del__(self):
            while True:
                pass
    return Stay()
