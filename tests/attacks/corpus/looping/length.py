# tries: to loop while its results are counted
# verdict: time limit


def attack(x):
    class Many(list):
        def __len__(self):
            while True:
                pass
    return len(Many([1]))
