"""Input and output helpers that need more than the standard library."""
