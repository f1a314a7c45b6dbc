"""Arithmetic of the staff policies: pure functions, standard library only."""
