# exercise: vision/iou_by_hand
# mistake: divided by the smaller box
# name: over_the_smaller_box
# seed: 3
answers = {}
answers['vision/iou_by_hand'] = {"intersection": 20, "union": 96, "iou": 20 / 50}
