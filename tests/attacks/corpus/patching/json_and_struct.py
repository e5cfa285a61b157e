# tries: to patch the modules by which results are written
# returns: y in (3, 42)
# spoils: itself

import json
import struct


def attack(x):
    json.dumps = json.loads = struct.pack = struct.unpack = lambda *a, **k: "lie"
    json.encoder.JSONEncoder.encode = lambda self, value: '[{"case":true},{"d":[["y",42]]}]'
    return 3
