"""Mean squared error over all entries, and its gradient."""

from exercises.kit import Case, Code
from reference_impl import losses

exercise = Code(
    syllabus="losses.mse",
    difficulty=1,
    calls="mse_loss(x, y) -> loss, dx",  # x, y (N, D)
    reference=losses.mse_loss,
    points={"value": 3, "gradient": 5},
    checks={"value": "loss", "gradient": "dx"},
)


@exercise.cases("value", "gradient", hidden=5, public=2)
def predictions_and_targets(rng):
    """N and D differ and neither is 2: tells the factors N, D, N D and 2 from each other."""
    n, d = rng.choice([3, 4, 5, 6], size=2, replace=False)
    return Case(x=rng.normal(size=(n, d)).round(2), y=rng.normal(scale=2, size=(n, d)).round(2))


exercise.edits(
    sum_not_mean=[("np.mean((x - y) ** 2)", "np.sum((x - y) ** 2)"), ("/ x.size", "/ 1")],
    mean_over_samples=[("np.mean((x - y) ** 2)", "np.sum((x - y) ** 2) / len(x)"), ("/ x.size", "/ len(x)")],
    halved=[("np.mean((x - y) ** 2)", "np.mean((x - y) ** 2) / 2"), ("dx = 2 * (x - y)", "dx = (x - y)")],
    gradient_without_2=("dx = 2 * (x - y)", "dx = (x - y)"),
    gradient_not_averaged=("/ x.size", "/ 1"),
    gradient_by_the_target=("2 * (x - y) /", "2 * (y - x) /"),
    absolute_error=[("(x - y) ** 2", "np.abs(x - y)"), ("2 * (x - y) /", "np.sign(x - y) /")],
    root_of_the_mean=("np.mean((x - y) ** 2)", "np.sqrt(np.mean((x - y) ** 2))"),
    one_loss_for_each_sample=[
        ("np.mean((x - y) ** 2)", "np.mean((x - y) ** 2, axis=1)"),
        ("return float(loss)", "return loss"),
    ],
)
exercise.edits(same_as="sum_not_mean", sum_in_the_loss=("np.mean((x - y) ** 2)", "np.sum((x - y) ** 2)"))
exercise.edits(same_as="halved", halved_loss=("np.mean((x - y) ** 2)", "np.mean((x - y) ** 2) / 2"))
exercise.edits(
    same_as="mean_over_samples",
    loss_over_samples=("np.mean((x - y) ** 2)", "np.sum((x - y) ** 2) / len(x)"),
    gradient_over_samples=("/ x.size", "/ len(x)"),
)
