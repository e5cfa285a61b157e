# tries: to find the hidden seed or the secret in its own memory
# returns: y == []

import gc
import types


def attack(x):
    found = []
    for other in gc.get_objects():
        if isinstance(other, dict):
            for key, value in list(other.items()):
                if isinstance(key, str) and "hmac" in key.lower() and not isinstance(value, (types.ModuleType, type, types.BuiltinFunctionType, types.FunctionType)):
                    if isinstance(value, bytes) and len(value) == 32:
                        found.append(key)
    return found
