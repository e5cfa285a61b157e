"""Practising alone: an exercise, a file, an answer to every save, and progress that is kept."""
