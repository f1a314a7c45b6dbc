"""Arithmetic of training: pure functions, standard library only."""
