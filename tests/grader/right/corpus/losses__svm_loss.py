# exercise: losses/svm_loss
# style: three loops over lists, a list for the pair
def svm_loss(x, y):
    scores, labels = x.tolist(), y.tolist()
    n = len(scores)
    dx = [[0.0] * len(scores[0]) for _ in scores]
    total = 0
    for i, (row, k) in enumerate(zip(scores, labels)):
        for j, s in enumerate(row):
            if j != k and s - row[k] > -1:
                total += s - row[k] + 1
                dx[i][j] += 1 / n
                dx[i][k] -= 1 / n
    return [total / n, dx]
