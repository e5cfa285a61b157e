"""One's own answers, judged at once: what `kaodian check` and `kaodian practice` share."""
