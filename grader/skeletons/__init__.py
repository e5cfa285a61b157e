"""What a new exercise begins with: a small one of each kind that works, with TODO where it is to change."""
