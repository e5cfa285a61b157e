"""Counts of hypothesis' examples: small by default, full with HYPOTHESIS_PROFILE=soak."""

import os

from hypothesis import HealthCheck, settings

# the same examples each time: a change is blamed for what it changes, and the soak looks for new ones
settings.register_profile("default", max_examples=25, deadline=None, derandomize=True)
settings.register_profile(
    "soak",
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
