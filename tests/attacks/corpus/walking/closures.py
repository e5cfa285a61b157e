# tries: to find expected values in the cells of functions
# returns: y == []

import gc
import types


def attack(x):
    found = []
    for function in [o for o in gc.get_objects() if isinstance(o, types.FunctionType)]:
        for cell in function.__closure__ or ():
            try:
                value = cell.cell_contents
            except ValueError:
                continue
            if isinstance(value, dict) and {"expected", "tolerance", "reference"} & {str(k) for k in list(value)[:99]}:
                found.append(function.__name__)
    return found
