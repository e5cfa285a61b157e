"""Right: better use of memory and cores, fewer iterations an epoch, a steadier direction (within limits).

Harm: memory may not suffice. Fewer updates an epoch correct the parameters more slowly, so neither the number
of epochs nor the time to the same accuracy has to fall, and beyond some size the direction hardly changes.
"""

right = {"better_parallelism", "fewer_iterations", "steadier_direction", "more_memory"}
