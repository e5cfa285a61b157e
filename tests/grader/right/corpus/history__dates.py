# exercise: history/dates
# style: an array of small integers
import numpy as np

answers = {"history/dates": {"years": np.array([1958, 1989, 2012, 2014, 2017], dtype=np.int16)}}
