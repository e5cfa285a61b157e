"""The program inside the sandbox, which the trusted side sends there as source.

These files import only each other, `exercises.kit.interpreter`, the standard library and NumPy, and are
gone from `sys.modules` before a student's code runs. The trusted side imports `wire` alone.
"""
