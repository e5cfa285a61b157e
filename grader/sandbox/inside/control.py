"""What grader and zygote say to each other, apart from what goes straight to a fork."""

import struct

REQUEST = struct.Struct("<QQQQQB")
"""Job number, memory, CPU seconds, processes, bytes of a file, whether it is the self-test."""
REPORT = struct.Struct("<Qid")
"""Job number, wait status, CPU seconds."""
FAILED = b"-"
"""In the place of READY: a fork could not lock itself down."""
READY = b"+"
