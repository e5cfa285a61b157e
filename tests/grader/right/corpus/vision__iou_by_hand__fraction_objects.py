# exercise: vision/iou_by_hand
# style: Fraction and Decimal objects
# seed: 3
from decimal import Decimal
from fractions import Fraction

both = Fraction(4 * 5)
answers = {}
answers["vision/iou_by_hand"] = {"intersection": both, "union": Decimal("96.0"), "iou": both / 96}
