# exercise: vision/iou_by_hand
# mistake: the intersection is not taken off the sum of the areas
# name: counted_twice
answers = {}
answers['vision/iou_by_hand'] = {"intersection": 10, "union": 99 + 35, "iou": "10/134"}
