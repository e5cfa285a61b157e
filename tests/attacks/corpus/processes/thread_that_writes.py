# tries: to leave a thread that answers the next questions
# returns: y == 1
# spoils: itself

import os
import struct
import threading
import time


def attack(x):
    head = b'[{"case":true,"fault":null,"printed":""},{"d":[["y",41]]}]'
    frame = struct.pack("<4sIQ", b"KDF1", len(head), 0) + head
    def write():
        time.sleep(0.05)
        while True:
            os.write(3, frame)
    threading.Thread(target=write, daemon=True).start()
    return 1
